import { expect, test } from 'vitest'
import { aJourney } from '../../../src/testing/aJourney.ts'
import { aLiveJourney } from '../_testing/aLiveJourney.ts'
import { aWorkspace } from '../_testing/aWorkspace.ts'
import { aContact, later, send, start, track } from '../_testing/events.ts'
import { deliver, deliveriesOf, enrollmentsOf, stepsOf, tick } from '../_testing/worker.ts'

test('V1: an event that fits makes one entry, which goes on to the first step; one that does not fit makes none', async () => {
  const workspace = await aWorkspace()
  const journey = await aLiveJourney(
    workspace,
    aJourney()
      .trigger('Bought', [{ property: 'brand', test: { op: 'is', value: 'Fender' } }])
      .wait('P1D')
      .exit(),
  )
  await track(workspace, 'u1', 'Bought', start, { properties: { brand: 'Fender' } })
  await track(workspace, 'u2', 'Bought', start, { properties: { brand: 'Gibson' } })
  await tick(start)
  expect((await enrollmentsOf(journey)).map(({ node_id, number }) => [node_id, number])).toEqual([['n_2', 1]])
  expect(await stepsOf(journey)).toEqual([`${start} n_1 next`])
})

test('D4: with a key that is a number, and a rule about a number, only the one it is for is written to, late too', async () => {
  const workspace = await aWorkspace()
  const journey = await aLiveJourney(
    workspace,
    aJourney()
      .trigger('Booked', [], 'appointment')
      .branch(
        { long: { if: 'entryEvent', property: 'minutes', test: { op: 'atLeast', value: 60 } } },
        { long: (lane) => lane.email('See you') },
      )
      .exit(),
  )
  const [one, two] = [await aContact(workspace), await aContact(workspace)]
  // Heard of twenty minutes later.
  const booked = (userId: string, appointment: number, minutes: number) => ({
    type: 'track',
    userId,
    event: 'Booked',
    properties: { appointment, minutes },
    timestamp: later({ minutes: -20 }),
  })
  await send(workspace, [booked(one.userId, 42, 60), booked(one.userId, 43, 30), booked(two.userId, 42, 59)])
  await tick(start)
  await deliver(start)
  const entered = (await enrollmentsOf(journey)).map(({ entry_key }) => entry_key)
  expect(entered.toSorted()).toEqual(['42', '42', '43'])
  expect((await deliveriesOf(journey)).map(({ address }) => address)).toEqual([one.email])
})

test('lanes of one journey run side by side, also where the keys of two have the same value', async () => {
  const workspace = await aWorkspace()
  const journey = await aLiveJourney(
    workspace,
    aJourney()
      .trigger('Points earned', [], 'transaction')
      .trigger('Points expiring', [], 'lot')
      .wait('P1D')
      .exit()
      .with({ reentry: { allow: 'always' } }),
  )
  await track(workspace, 'u1', 'Points earned', start, { properties: { transaction: 17 } })
  await track(workspace, 'u1', 'Points expiring', start, { properties: { lot: 17 } })
  await track(workspace, 'u1', 'Points expiring', start, { properties: { lot: 17 } })
  expect((await enrollmentsOf(journey)).map(({ entry_key }) => entry_key)).toEqual(['transaction:17', 'lot:17'])
})
