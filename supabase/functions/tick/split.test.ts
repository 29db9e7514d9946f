import { expect, test } from 'vitest'
import { chance } from '../../../src/engine/chance.ts'
import { aJourney } from '../../../src/testing/aJourney.ts'
import { aLiveJourney } from '../_testing/aLiveJourney.ts'
import { aWorkspace } from '../_testing/aWorkspace.ts'
import { send, start } from '../_testing/events.ts'
import { enrollmentsOf, numbersOf, tick } from '../_testing/worker.ts'

const PEOPLE = 90

test('L14: a split draws every enrollment once, from its own id, and counts each arm', async () => {
  const workspace = await aWorkspace()
  const drawn = aJourney().trigger('Opened').build()
  const arms = ['a', 'b', 'c'].map((id) => ({ id, name: '', weight: 1 }))
  const exits = arms.map(({ id }) => ({ id: `end_${id}`, type: 'exit', data: { reason: id } }))
  const journey = await aLiveJourney(workspace, {
    ...drawn,
    nodes: [...drawn.nodes, { id: 'draw', type: 'split', data: { arms } }, ...exits],
    edges: [
      { id: 'e', source: 'n_1', sourceHandle: 'next', target: 'draw' },
      ...arms.map(({ id }) => ({ id: `e_${id}`, source: 'draw', sourceHandle: id, target: `end_${id}` })),
    ],
  })
  const people = Array.from({ length: PEOPLE }, (_, index) => `u${index}`)
  await send(
    workspace,
    people.map((userId) => ({ type: 'track', userId, event: 'Opened', timestamp: start })),
    start,
  )
  await tick(start)

  const enrollments = await enrollmentsOf(journey)
  expect(enrollments).toHaveLength(PEOPLE)
  const armOf = (id: number) => arms[Math.floor(chance(`${id}:draw`) * 3)]?.id
  for (const { id, ended_because } of enrollments) expect(ended_because).toBe(armOf(Number(id)))
  const numbers = await numbersOf(journey)
  for (const { id } of arms) {
    expect(numbers[`draw left ${id}`]).toBe(enrollments.filter((each) => armOf(Number(each.id)) === id).length)
  }
})
