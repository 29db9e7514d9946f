import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { aFullWorkspace, type FullWorkspace } from './aFullWorkspace.ts'
import { aLiveJourney } from './aLiveJourney.ts'
import { asUser, become } from './asUser.ts'
import { refusal } from './attempt.ts'
import { claimAlone } from './claimAlone.ts'
import { sql } from './database.ts'
import { ingest, noon } from './ingest.ts'
import { inTurns } from './inTurns.ts'
import { recount } from './recount.ts'
import { claim, commitRuns, lend, recordOutcomes, recordSignals } from './worker.ts'

const email = 'Ana.Erased@people.example'
/** Whatever tells of Ana: her address, her name, her ids. */
const traces = [email, 'Petrescu-Ionescu', 'cus-erased-1', 'device-erased-1']

claimAlone()

let workspace: FullWorkspace
let journeys: string[]
let contact: number

beforeEach(async () => {
  workspace = await aFullWorkspace()
  journeys = [await aLiveJourney(workspace.id), await aLiveJourney(workspace.id), await aLiveJourney(workspace.id)]
  contact = await parkAna()
})

/** Ana waits in three journeys, was sent a message, clicked it, and another is on its way. */
async function parkAna(): Promise<number> {
  const traits = { first_name: 'Ana', last_name: 'Petrescu-Ionescu' }
  const enters = journeys.map((journey) => ({ journey, key: 'cus-erased-1' }))
  const [user_id, anonymous_id] = ['cus-erased-1', 'device-erased-1']
  await ingest(workspace.id, [{ user_id, anonymous_id, email, traits, properties: { email }, enters }])
  const [ana] = await sql`select id from public.contacts where workspace_id = ${workspace.id} and email = ${email}`
  const id = Number(ana?.id)
  const passages = await passagesOf(id)
  await commitRuns(
    workspace.id,
    passages.map((passage) => ({
      id: Number(passage.id),
      node_id: 'wait',
      at: noon,
      visits: 1,
      wake_at: '2026-03-09T12:00:00Z',
      awaits: ['ordered'],
      steps: [{ node_id: 't', visit: 1, at: noon, port: 'next', to_node: 'hello' }],
      sends: [{ node_id: 'hello', visit: 2, at: noon }],
    })),
  )
  await sendTheFirst()
  await sql`select private.record_consent(${workspace.id}, ${id}, 'email', '*', false, 'link', now())`
  await sql`insert into public.suppressions (workspace_id, channel, address, because)
    values (${workspace.id}, 'email', ${email.toLowerCase()}, 'complaint') on conflict do nothing`
  await sql`insert into public.segment_members (workspace_id, segment_id, contact_id, since)
    select workspace_id, id, ${id}, now() from public.segments where workspace_id = ${workspace.id} and rule is null limit 1`
  return id
}

const passagesOf = (contact: number) =>
  sql`select id, journey_id from public.enrollments where workspace_id = ${workspace.id} and contact_id = ${contact} order by id`

async function sendTheFirst() {
  const [first, second] = await sql`select id from public.deliveries
    where workspace_id = ${workspace.id} and status = 'queued' order by enrollment_id`
  const worker = randomUUID()
  await lend(workspace.id, worker)
  const sent = { kind: 'sent' as const, locale: 'en', address: email }
  const failed = { kind: 'failed' as const, because: 'refused', error: `550 <${email}> unknown` }
  await recordOutcomes(
    workspace.id,
    worker,
    [
      { id: first?.id, ...sent },
      { id: second?.id, ...failed },
    ],
    noon,
  )
  const url = `https://shop.example/?to=${email}`
  await recordSignals(workspace.id, [{ delivery_id: first?.id, kind: 'clicked', at: noon, detail: url }])
}

const erase = (caller: string, id = contact) =>
  asUser(caller, (transaction) => transaction`select public.erase_contact(${workspace.id}, ${id})`)

/** Where a text stands, in any column of any table of the workspace. */
async function found(text: string): Promise<string[]> {
  const tables = await sql`select oid::regclass::text as name from pg_class
    where relnamespace in ('public'::regnamespace, 'private'::regnamespace) and relkind = 'r' order by 1`
  const hits = await Promise.all(
    tables.map(async ({ name }) => {
      const [one] = await sql.unsafe(
        `select count(*)::int as count from ${name} one where to_jsonb(one) ->> 'workspace_id' = $1 and one::text ilike $2`,
        [workspace.id, `%${text}%`],
      )
      return Number(one?.count) > 0 ? [String(name)] : []
    }),
  )
  return hits.flat()
}

describe('X11: a contact who is parked in three journeys is erased', () => {
  test('X11: every passage ends, and nothing is sent any more', async () => {
    const before = await passagesOf(contact)
    await erase(workspace.admin.id)
    const after = await sql`select contact_id, ended_because, wake_at, entry_key from public.enrollments
      where workspace_id = ${workspace.id} and id = any (${before.map(({ id }) => id)})`
    const gone = { contact_id: null, ended_because: 'erased', wake_at: null, entry_key: '' }
    expect([...after]).toEqual([gone, gone, gone])
    expect(await claim(sql, workspace.id, '2026-04-01T00:00:00Z')).toEqual([])
    const waiting = await sql`select status, because from public.deliveries
      where workspace_id = ${workspace.id} and contact_id is null order by status`
    expect(waiting.map(({ status, because }) => `${status} ${because}`)).toEqual([
      'failed refused',
      'sent null',
      'skipped erased',
    ])
  })

  test('X11: no table knows the address, the name or an id any more', async () => {
    for (const trace of traces) expect(await found(trace), trace).not.toEqual([])
    await erase(workspace.admin.id)
    for (const trace of traces) expect(await found(trace), trace).toEqual([])
  })

  test('X11: all that was counted is still counted, and can be recounted', async () => {
    const numbers = (journey: string) => sql`select version, node_id, metric, detail, locale, count::int, value::float
      from public.journey_numbers(${workspace.id}, ${journey}) order by 1, 2, 3, 4, 5`
    const [journey = ''] = journeys
    const before = await numbers(journey)
    await erase(workspace.admin.id)
    const after = await numbers(journey)
    expect(after).toEqual(expect.arrayContaining([...before]))
    expect(after.map(({ metric, detail }) => `${metric} ${detail}`)).toContain('ended erased')
    for (const each of journeys) {
      const counted = (await numbers(each)).map((row) => ({ ...row }))
      expect(await recount(workspace.id, each)).toEqual(counted)
    }
  })

  test('X11: whoever comes back under the same id is a new contact, and a blocked address stays blocked', async () => {
    await erase(workspace.admin.id)
    await ingest(workspace.id, [{ user_id: 'cus-erased-1', email, traits: {} }])
    const [again] = await sql`select id, email, private.is_suppressed(workspace_id, 'email', email) as is_suppressed
      from public.contacts where workspace_id = ${workspace.id} and external_id = 'cus-erased-1'`
    expect(Number(again?.id)).not.toBe(contact)
    expect(again).toMatchObject({ email, is_suppressed: true })
  })

  test('X11: what is heard of their messages later is not taken in', async () => {
    const [sent] =
      await sql`select id from public.deliveries where workspace_id = ${workspace.id} and address = ${email}`
    await erase(workspace.admin.id)
    expect(
      await recordSignals(workspace.id, [{ delivery_id: sent?.id, kind: 'complained', at: noon, detail: email }]),
    ).toBe(0)
    const [left] = await sql`select private.unsubscribe(${workspace.id}, ${sent?.id}, false, 'link', now()) as known`
    expect(left).toEqual({ known: false })
    expect(await found(email)).toEqual([])
  })
})

test('others who share the address keep its block', async () => {
  await ingest(workspace.id, [{ user_id: 'u-twin', email: email.toUpperCase(), traits: {} }])
  await erase(workspace.admin.id)
  const [twin] = await sql`select private.is_suppressed(workspace_id, 'email', email) as is_suppressed
    from public.contacts where workspace_id = ${workspace.id} and external_id = 'u-twin'`
  expect(twin).toEqual({ is_suppressed: true })
})

test('editors may not erase, and nobody erases twice', async () => {
  expect(await refusal(erase(workspace.editor.id))).toMatchObject({ code: 'PT403' })
  await erase(workspace.admin.id)
  expect(await refusal(erase(workspace.admin.id))).toMatchObject({ code: 'PT404' })
})

test('a worker that is just moving the contact finishes first, and what it handed over is not sent', async () => {
  const [passage] = await passagesOf(contact)
  const outcome = await inTurns(
    async (worker) => {
      // As a claim locks those it takes.
      await worker`select from public.contacts where workspace_id = ${workspace.id} and id = ${contact} for no key update`
      await worker`select from public.enrollments where workspace_id = ${workspace.id} and id = ${passage?.id} for update`
    },
    async (transaction) => {
      await become(transaction, workspace.admin.id)
      await transaction`select public.erase_contact(${workspace.id}, ${contact})`
    },
    (worker) =>
      commitRuns(
        workspace.id,
        [
          {
            id: Number(passage?.id),
            node_id: 'again',
            at: noon,
            visits: 3,
            sends: [{ node_id: 'again', visit: 4, at: noon }],
          },
        ],
        worker,
      ),
  )
  expect(outcome).toEqual(['done', 'waited'])
  const left = await sql`select distinct status from public.deliveries
    where workspace_id = ${workspace.id} and node_id = 'again'`
  expect([...left]).toEqual([{ status: 'skipped' }])
  expect(
    await sql`select from public.enrollments where workspace_id = ${workspace.id} and id = ${passage?.id} and ended_at is null`,
  ).toHaveLength(0)
})
