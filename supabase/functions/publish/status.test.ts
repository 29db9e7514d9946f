import { expect, test } from 'vitest'
import { aJourney } from '../../../src/testing/aJourney.ts'
import { aLiveJourney, type LiveJourney } from '../_testing/aLiveJourney.ts'
import { rpc } from '../_testing/aPerson.ts'
import { aMember, aWorkspace } from '../_testing/aWorkspace.ts'
import { later, track } from '../_testing/events.ts'
import { enrollmentsOf, numbersOf, stepsOf, tick } from '../_testing/worker.ts'

const act = ({ workspace, id }: LiveJourney, action: string, by = workspace.owner) =>
  rpc(by, 'set_journey_status', { workspace: workspace.id, journey: id, action })

async function aWaitingPerson() {
  const workspace = await aWorkspace()
  const journey = await aLiveJourney(workspace, aJourney().trigger('Opened').waitFor('bought', 'P1D').exit('done'))
  await track(workspace, 'u1', 'Opened')
  await tick(later({}))
  return journey
}

test('pausing keeps people in place and loses nothing; resuming takes everything up at its own time', async () => {
  const journey = await aWaitingPerson()
  await track(journey.workspace, 'u2', 'Opened')
  expect((await act(journey, 'pause')).status).toBe(200)
  await track(journey.workspace, 'u2', 'bought', later({ hours: 2 }))
  await track(journey.workspace, 'u3', 'Opened', later({ hours: 2 }))
  await tick(later({ days: 3 }))
  expect((await enrollmentsOf(journey)).map(({ node_id, ended_because }) => [node_id, ended_because])).toEqual([
    ['n_2', null],
    ['n_1', null],
  ])
  await act(journey, 'resume')
  await tick(later({ days: 3 }))
  expect((await stepsOf(journey)).filter((step) => step.includes('n_2'))).toEqual([
    `${later({ days: 1 })} n_2 timeout`,
    `${later({ hours: 2 })} n_2 happened`,
  ])
})

test('stopping so that people finish lets nobody in and everybody through', async () => {
  const journey = await aWaitingPerson()
  expect((await act(journey, 'stop_finish')).body).toBe(0)
  await track(journey.workspace, 'u2', 'Opened', later({ hours: 1 }))
  await tick(later({ days: 1 }))
  expect((await enrollmentsOf(journey)).map(({ ended_because }) => ended_because)).toEqual(['done'])
})

test('stopping now ends everybody where they stand, with a reason and a count, and nothing runs afterwards', async () => {
  const journey = await aWaitingPerson()
  expect((await act(journey, 'stop_now')).body).toBe(1)
  await tick(later({ days: 1 }))
  expect((await enrollmentsOf(journey)).map(({ ended_because, wake_at }) => [ended_because, wake_at])).toEqual([
    ['stopped', null],
  ])
  expect(await numbersOf(journey)).toMatchObject({ 'n_1 entered': 1, 'n_2 arrived': 1, 'n_2 ended stopped': 1 })
})

test('only what fits the present state is done, and only by an editor', async () => {
  const journey = await aWaitingPerson()
  const viewer = await aMember(journey.workspace, 'viewer')
  expect((await act(journey, 'pause', viewer)).status).toBe(403)
  for (const action of ['resume', 'dance']) expect((await act(journey, action)).status).toBe(409)
  expect((await act(journey, 'stop_finish')).status).toBe(200)
  for (const action of ['pause', 'resume', 'stop_finish']) expect((await act(journey, action)).status).toBe(409)
})
