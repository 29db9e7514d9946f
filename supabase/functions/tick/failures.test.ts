import { afterEach, expect, test } from 'vitest'
import { aJourney } from '../../../src/testing/aJourney.ts'
import { aLiveJourney, type LiveJourney } from '../_testing/aLiveJourney.ts'
import { aWorkspace, type Workspace } from '../_testing/aWorkspace.ts'
import { aContact, later, start, track } from '../_testing/events.ts'
import { mailsTo } from '../_testing/mailbox.ts'
import { sql } from '../_testing/stack.ts'
import { deliver, deliveriesOf, enrollmentsOf, tick } from '../_testing/worker.ts'

const drawn = () => aJourney().trigger('Opened').wait('PT1M').email('Hello').exit()

// What failed would be tried again by the ticks of other tests.
const spoiledWorkspaces: string[] = []
afterEach(async () => {
  await sql`delete from public.workspaces where id in ${sql(spoiledWorkspaces.splice(0))}`
})

/** A version as a newer release would write it: with a type of step that this one does not know. */
async function spoil({ workspace, id }: LiveJourney) {
  await sql.begin(async (transaction) => {
    await transaction`alter table public.journey_versions disable trigger immutable`
    await transaction`
      update public.journey_versions set document = jsonb_set(document, '{nodes,1,type}', '"teleport"')
      where workspace_id = ${workspace.id} and journey_id = ${id}`
    await transaction`alter table public.journey_versions enable trigger immutable`
  })
}

async function aSpoiledAndASoundOne(workspace: Workspace) {
  spoiledWorkspaces.push(workspace.id)
  const [spoiled, sound] = [await aLiveJourney(workspace, drawn()), await aLiveJourney(workspace, drawn())]
  await spoil(spoiled)
  return { spoiled, sound }
}

test('T4: an enrollment that the engine cannot run fails alone; the others go on', async () => {
  const workspace = await aWorkspace()
  const { spoiled, sound } = await aSpoiledAndASoundOne(workspace)
  await track(workspace, 'u1', 'Opened')
  await tick(later({ minutes: 1 }))
  expect((await enrollmentsOf(sound))[0]).toMatchObject({ ended_because: 'exit', attempts: 0 })
  expect((await enrollmentsOf(spoiled))[0]).toMatchObject({
    ended_because: null,
    attempts: 1,
    wake_at: new Date(later({ minutes: 2 })),
    last_error: expect.stringContaining('teleport'),
  })
})

test('is tried again later each time, given up after five attempts, and stays where it is', async () => {
  const workspace = await aWorkspace()
  const { spoiled } = await aSpoiledAndASoundOne(workspace)
  await track(workspace, 'u1', 'Opened')
  const pauses: number[] = []
  for (let at = Date.parse(start); ; ) {
    await tick(new Date(at).toISOString())
    const [enrollment] = await enrollmentsOf(spoiled)
    if (!enrollment?.wake_at) break
    pauses.push((enrollment.wake_at.getTime() - at) / 60_000)
    at = enrollment.wake_at.getTime()
  }
  expect(pauses).toEqual([1, 4, 16, 64])
  expect((await enrollmentsOf(spoiled))[0]).toMatchObject({
    attempts: 5,
    wake_at: null,
    ended_because: null,
    node_id: 'n_1',
  })
})

test('events of the workspace are still taken in while one of its versions cannot be read', async () => {
  const workspace = await aWorkspace()
  const { spoiled, sound } = await aSpoiledAndASoundOne(workspace)
  await sql.begin(async (transaction) => {
    await transaction`alter table public.journey_versions disable trigger immutable`
    await transaction`
      update public.journey_versions set document = jsonb_set(document, '{nodes,0,data,on}', '"the moon"')
      where workspace_id = ${workspace.id} and journey_id = ${spoiled.id}`
    await transaction`alter table public.journey_versions enable trigger immutable`
  })
  expect((await track(workspace, 'u1', 'Opened')).status).toBe(200)
  expect(await enrollmentsOf(sound)).toHaveLength(1)
  expect(await enrollmentsOf(spoiled)).toHaveLength(0)
})

test('a message whose version cannot be read is tried again later; the others are sent', async () => {
  const workspace = await aWorkspace()
  const [spoiled, sound] = [await aLiveJourney(workspace, drawn()), await aLiveJourney(workspace, drawn())]
  spoiledWorkspaces.push(workspace.id)
  const { userId, email } = await aContact(workspace)
  await track(workspace, userId, 'Opened')
  await tick(later({ minutes: 1 }))
  // As an instance of an older release would find it: it has not met this version and cannot read it.
  await sql`update public.deliveries set version = 99 where workspace_id = ${workspace.id} and journey_id = ${spoiled.id}`
  await deliver(later({ minutes: 1 }))
  expect((await deliveriesOf(sound))[0]).toMatchObject({ status: 'sent' })
  expect((await deliveriesOf(spoiled))[0]).toMatchObject({
    status: 'queued',
    attempts: 1,
    last_error: expect.stringContaining('missing'),
  })
  expect(await mailsTo(email)).toHaveLength(1)
})
