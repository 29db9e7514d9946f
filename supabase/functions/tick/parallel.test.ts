import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aJourney } from '../../../src/testing/aJourney.ts'
import { aLiveJourney } from '../_testing/aLiveJourney.ts'
import { aWorkspace } from '../_testing/aWorkspace.ts'
import { later, send, track } from '../_testing/events.ts'
import { deliver, deliveriesOf, enrollmentsOf, numbersOf, stepsOf, tick } from '../_testing/worker.ts'

const drawn = () =>
  aJourney()
    .trigger('Opened')
    .waitFor('bought', 'P2D', { happened: (lane) => lane.wait('P1D') })
    .email('Hello')
    .waitFor('looked', 'P1D')
    .exit('done')
    .with({ exit: [{ on: 'event', event: { name: 'left', where: [] } }] })

test('two ticks at once run everybody once', async () => {
  const workspace = await aWorkspace()
  const journey = await aLiveJourney(workspace, drawn())
  const people = Array.from({ length: 1200 }, (_, index) => ({ type: 'track', userId: `u${index}`, event: 'Opened' }))
  await send(workspace, people)
  await Promise.all([0, 1, 2, 3].map(() => tick(later({ days: 5 }))))
  expect((await enrollmentsOf(journey)).every(({ ended_because }) => ended_because === 'done')).toBe(true)
  expect(await stepsOf(journey)).toHaveLength(1200 * 5)
  expect(await deliveriesOf(journey)).toHaveLength(1200)
  expect(await numbersOf(journey)).toMatchObject({
    'n_1 entered': 1200,
    'n_2 left timeout': 1200,
    'n_6 ended done': 1200,
  })
  await deliver(later({ days: 5 }))
})

type Act = { hour: number; event?: string }
const act = fc.oneof(
  fc.record({ hour: fc.integer({ min: 0, max: 120 }), event: fc.constantFrom('bought', 'looked', 'left') }),
  fc.record({ hour: fc.integer({ min: 0, max: 120 }) }),
)

test('X10: the path, its instants and reasons are the same whatever the schedule of the worker', async () => {
  const journey = await aLiveJourney(await aWorkspace(), drawn())
  const play = async (acts: readonly Act[], inBetween: boolean) => {
    const userId = randomUUID()
    await track(journey.workspace, userId, 'Opened')
    for (const { hour, event } of [...acts].sort((one, other) => one.hour - other.hour)) {
      if (event) await track(journey.workspace, userId, event, later({ hours: hour }))
      else if (inBetween) await tick(later({ hours: hour }))
    }
    await tick(later({ days: 30 }))
    return stepsOf(journey, userId)
  }
  const isSame = fc.asyncProperty(fc.array(act, { maxLength: 8 }), async (acts) => {
    expect(await play(acts, true)).toEqual(await play(acts, false))
  })
  const examples: [Act[]][] = [
    [[{ hour: 48, event: 'bought' }, { hour: 48 }]],
    [[{ hour: 47, event: 'left' }, { hour: 48 }, { hour: 1 }]],
  ]
  await fc.assert(isSame, { numRuns: 25, seed: 7, examples })
})
