import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aLiveJourney } from './aLiveJourney.ts'
import { become } from './asUser.ts'
import { aBareWorkspace, aWorkspace } from './aWorkspace.ts'
import { claimAlone } from './claimAlone.ts'
import { type Runner, sql } from './database.ts'
import { ingest, type Message } from './ingest.ts'
import { inTurns } from './inTurns.ts'
import { claim, commitRuns } from './worker.ts'

claimAlone()

// Long before everything in other files.
const entered = '2001-03-02T12:00:00Z'
const later = '2001-03-03T12:00:00Z'
const deadline = '2001-03-09T12:00:00Z'

let workspace: string
let journey: string

beforeEach(async () => {
  workspace = await aBareWorkspace()
  journey = await aLiveJourney(workspace)
})
afterEach(async () => {
  await sql`delete from public.workspaces where id = ${workspace}`
})

const inTurn = ['done', 'waited']
const atOnce = ['done', 'done']
const enter = (who: Message = { user_id: 'u' }, on: Runner = sql) =>
  ingest(workspace, [{ ...who, at: entered, enters: [{ journey }] }], on)
const paid: Message = { user_id: 'u', name: 'Paid', at: later }
const takeIn =
  (...messages: Message[]) =>
  (on: Runner) =>
    ingest(workspace, messages, on)
const enrollment = async () => (await sql`select * from public.enrollments where workspace_id = ${workspace}`)[0]
const contacts = async () =>
  (await sql`select external_id from public.contacts where workspace_id = ${workspace}`).map((row) => row.external_id)

/** Parks whom it has claimed until the deadline, or until `Paid`, and sends them a message on the way. */
async function parkAll(on: Runner, rows: { id?: number }[]) {
  const runs = rows.map(({ id = 0 }) => ({
    id,
    node_id: 'wait',
    at: entered,
    wake_at: deadline,
    awaits: ['Paid'],
    steps: [{ node_id: 't', visit: 1, at: entered, port: 'next', to_node: 'wait' }],
    sends: [{ node_id: 'hello', visit: 1, at: entered }],
  }))
  await commitRuns(workspace, runs, on)
}

/** A worker in two halves: what it claims, and what it writes back. */
function aWorker() {
  let rows: { id?: number }[] = []
  return {
    claims: async (on: Runner) => {
      rows = await claim(on, workspace, later)
      return rows.length
    },
    parks: (on: Runner) => parkAll(on, rows),
  }
}

describe('a worker and new events of the same contact', () => {
  test('an event that comes while a worker decides wakes what that worker parks', async () => {
    await enter()
    const worker = aWorker()
    expect(await inTurns(worker.claims, takeIn(paid), worker.parks)).toEqual(inTurn)
    expect(await enrollment()).toMatchObject({ node_id: 'wait', wake_at: new Date(later) })
    expect(await sql`select from public.deliveries where workspace_id = ${workspace}`).toHaveLength(1)
  })

  test('an event that comes while a worker moves somebody parked wakes it where it then stands', async () => {
    await enter()
    await sql`update public.enrollments set awaits = '{Paid}' where workspace_id = ${workspace}`
    const worker = aWorker()
    expect(await inTurns(worker.claims, takeIn(paid), worker.parks)).toEqual(inTurn)
    expect((await enrollment())?.wake_at).toEqual(new Date(later))
  })

  test('a worker leaves a contact alone while an event of theirs is being stored, and sees it afterwards', async () => {
    await enter()
    const seen: number[] = []
    const looks = async (on: Runner) => {
      seen.push((await claim(on, workspace, later)).length)
    }
    expect(await inTurns(takeIn(paid), looks)).toEqual(atOnce)
    await sql.begin(looks)
    expect(seen).toEqual([0, 1])
  })

  test('two workers take different people', async () => {
    await enter()
    await enter({ user_id: 'v' })
    const taken: unknown[] = []
    const takes = async (on: Runner) => {
      const rows = await claim(on, workspace, later, 1)
      taken.push(...rows.map((row) => row.id))
    }
    expect(await inTurns(takes, takes)).toEqual(atOnce)
    expect(new Set(taken).size).toBe(2)
  })

  test('a worker has a contact to itself, so that caps across journeys hold', async () => {
    await enter()
    await ingest(workspace, [{ user_id: 'u', at: entered, enters: [{ journey, key: 'B' }] }])
    const taken: number[] = []
    const takesOne = async (on: Runner) => {
      taken.push((await claim(on, workspace, later, 1)).length)
    }
    expect(await inTurns(takesOne, takesOne)).toEqual(atOnce)
    expect(taken).toEqual([1, 0])
  })
})

describe('joining contacts', () => {
  const join: Message = { user_id: 'u', anonymous_id: 'a', at: later }

  test('a visitor is merged only when the worker that holds their enrollment is done', async () => {
    await enter({ anonymous_id: 'a' })
    await ingest(workspace, [{ user_id: 'u' }])
    const worker = aWorker()
    expect(await inTurns(worker.claims, takeIn(join), worker.parks)).toEqual(inTurn)
    const owners = await sql`select contact.external_id from public.deliveries delivery
      join public.contacts contact on contact.id = delivery.contact_id where delivery.workspace_id = ${workspace}`
    expect(owners).toEqual([{ external_id: 'u' }])
    expect(await contacts()).toEqual(['u'])
  })

  test('an event of a visitor who is being merged goes to the merged contact', async () => {
    await ingest(workspace, [{ user_id: 'u' }, { anonymous_id: 'a' }])
    expect(await inTurns(takeIn(join), takeIn({ anonymous_id: 'a', message_id: 'last' }))).toEqual(inTurn)
    const [row] = await sql`select external_id from public.events join public.contacts on contacts.id = contact_id
      where events.workspace_id = ${workspace} and message_id = 'last'`
    expect(row?.external_id).toBe('u')
    expect(await contacts()).toEqual(['u'])
  })

  test('a visitor takes a name that is just being made', async () => {
    await ingest(workspace, [{ anonymous_id: 'a' }])
    expect(await inTurns(takeIn({ user_id: 'u' }), takeIn(join))).toEqual(inTurn)
    expect(await contacts()).toEqual(['u'])
  })

  test('two visitors take the same name at the same time and are one', async () => {
    await ingest(workspace, [{ anonymous_id: 'a' }, { anonymous_id: 'b' }])
    expect(await inTurns(takeIn(join), takeIn({ ...join, anonymous_id: 'b' }))).toEqual(inTurn)
    expect(await contacts()).toEqual(['u'])
  })

  test('a visitor who unsubscribes while being merged stays unsubscribed', async () => {
    await enter({ anonymous_id: 'a' })
    await sql.begin(async (on) => parkAll(on, await claim(on, workspace, later)))
    await ingest(workspace, [{ user_id: 'u' }])
    const leave = (
      on: Runner,
    ) => on`select private.unsubscribe(workspace_id, id, false, 'link', ${later}) from public.deliveries
      where workspace_id = ${workspace}`
    expect(await inTurns(takeIn(join), leave)).toEqual(inTurn)
    const rows =
      await sql`select external_id, state from public.consents join public.contacts on contacts.id = contact_id
      where consents.workspace_id = ${workspace}`
    expect(rows).toEqual([{ external_id: 'u', state: 'unsubscribed' }])
  })
})

test('one visitor seen for the first time by two batches is one contact', async () => {
  expect(await inTurns(takeIn({ anonymous_id: 'a' }), takeIn({ anonymous_id: 'a' }))).toEqual(inTurn)
  expect(await contacts()).toEqual([null])
})

test('one contact who may enter once enters once, by two batches', async () => {
  const enters = [{ journey, reentry: 'always' as const }]
  expect(await inTurns(takeIn({ user_id: 'u', enters }), takeIn({ user_id: 'u', enters }))).toEqual(inTurn)
  expect(await sql`select number from public.enrollments where workspace_id = ${workspace}`).toEqual([{ number: 1 }])
})

describe('stopping a journey', () => {
  async function stopping() {
    const tenant = await aWorkspace()
    await sql`delete from public.workspaces where id = ${workspace}`
    workspace = tenant.id
    journey = await aLiveJourney(workspace)
    return async (on: Parameters<typeof become>[0]) => {
      await become(on, tenant.owner.id)
      await on`select public.set_journey_status(${workspace}, ${journey}, 'stop_now')`
      await on`reset role`
    }
  }

  test('ends those too who were being let in', async () => {
    const stops = await stopping()
    expect(await inTurns((on) => enter({ user_id: 'u' }, on), stops)).toEqual(inTurn)
    expect((await enrollment())?.ended_because).toBe('stopped')
  })

  test('lets nobody in who came while it was being stopped', async () => {
    const stops = await stopping()
    expect(await inTurns(stops, (on) => enter({ user_id: 'u' }, on))).toEqual(inTurn)
    expect(await enrollment()).toBeUndefined()
  })

  test('waits for a worker, and then ends what it wrote', async () => {
    const stops = await stopping()
    await enter()
    const worker = aWorker()
    expect(await inTurns(worker.claims, stops, worker.parks)).toEqual(inTurn)
    expect(await enrollment()).toMatchObject({ node_id: 'wait', ended_because: 'stopped', wake_at: null })
  })

  test('waits for an event that wakes the same people, and both are done', async () => {
    const stops = await stopping()
    await enter()
    await sql.begin(async (on) => parkAll(on, await claim(on, workspace, later)))
    expect(await inTurns(takeIn(paid), stops)).toEqual(inTurn)
    expect((await enrollment())?.ended_because).toBe('stopped')
  })

  test('of one journey does not keep people out of another', async () => {
    const other = await aLiveJourney(workspace)
    const stops = (on: Runner) => on`select private.hold_journeys(${workspace}, array[${journey}::uuid], true)`
    expect(await inTurns(stops, takeIn({ user_id: 'u', enters: [{ journey: other }] }))).toEqual(atOnce)
  })
})

test('two batches about different people do not wait for each other', async () => {
  await ingest(workspace, [{ user_id: 'u', anonymous_id: 'a' }])
  const known = takeIn({ user_id: 'u', anonymous_id: 'a', enters: [{ journey }] })
  expect(await inTurns(known, takeIn({ user_id: 'v', enters: [{ journey }] }, { anonymous_id: 'b' }))).toEqual(atOnce)
})

test('a draft can be saved while people are being let in', async () => {
  const save = (on: Runner) =>
    on`update public.journeys set draft = '{"format": 1}', revision = 2 where id = ${journey}`
  expect(await inTurns((on) => enter({ user_id: 'u' }, on), save)).toEqual(atOnce)
})
