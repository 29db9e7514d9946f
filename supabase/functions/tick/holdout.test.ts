import { expect, test } from 'vitest'
import { chance } from '../../../src/engine/chance.ts'
import { aJourney } from '../../../src/testing/aJourney.ts'
import { aLiveJourney } from '../_testing/aLiveJourney.ts'
import { aWorkspace } from '../_testing/aWorkspace.ts'
import { later, send, start, track } from '../_testing/events.ts'
import { deliveriesOf, enrollmentsOf, numbersOf, tick } from '../_testing/worker.ts'

const PEOPLE = 24

test('a holdout keeps the same contacts out however often they enter, and counts their goal', async () => {
  const workspace = await aWorkspace()
  const drawn = aJourney().trigger('Opened').email('Hello').exit('done')
  const journey = await aLiveJourney(
    workspace,
    drawn.goal('bought', 'P5D').with({ holdout: 0.5, reentry: { allow: 'always' } }),
  )
  const people = Array.from({ length: PEOPLE }, (_, index) => `u${index}`)
  const open = (at: string) =>
    send(
      workspace,
      people.map((userId) => ({ type: 'track', userId, event: 'Opened', timestamp: at })),
      at,
    )
  await open(start)
  await tick(start)
  await open(later({ days: 1 }))
  await tick(later({ days: 1 }))

  const enrollments = await enrollmentsOf(journey)
  expect(enrollments).toHaveLength(2 * PEOPLE)
  const isOut = (contact: number) => chance(`holdout:${journey.id}:${contact}`) < 0.5
  for (const { contact_id, ended_because } of enrollments) {
    expect(ended_because).toBe(isOut(Number(contact_id)) ? 'holdout' : 'done')
  }
  const out = enrollments.filter(({ contact_id }) => isOut(Number(contact_id)))
  expect(await deliveriesOf(journey)).toHaveLength(enrollments.length - out.length)
  expect(await numbersOf(journey)).toMatchObject({ 'n_1 entered': 2 * PEOPLE, 'n_1 ended holdout': out.length })

  for (const userId of people) await track(workspace, userId, 'bought', later({ days: 2 }))
  const converted = (await enrollmentsOf(journey)).filter(({ converted_at }) => converted_at !== null)
  expect(converted).toHaveLength(2 * PEOPLE)
  expect((await numbersOf(journey)).converted).toBe(2 * PEOPLE)
})
