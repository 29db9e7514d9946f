import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aLiveJourney, publish } from './aLiveJourney.ts'
import { asUser } from './asUser.ts'
import { aWorkspace } from './aWorkspace.ts'
import { type Runner, sql } from './database.ts'
import { happen, happening } from './history.ts'
import { ingest } from './ingest.ts'
import { type JourneyNumber, recount, standing } from './recount.ts'

async function numbers(as: Runner, workspace: string, journey: string): Promise<JourneyNumber[]> {
  const rows = await as`select *, value::float as value from public.journey_numbers(${workspace}, ${journey})
    order by 1, 2, 3, 4, 5`
  return rows.map((row) => ({ ...row }) as JourneyNumber)
}

type Wanted = Pick<JourneyNumber, 'metric' | 'node_id' | 'detail' | 'version'>

/** All pages of the people behind a number. */
async function people(as: Runner, workspace: string, journey: string, { metric, node_id, detail, version }: Wanted) {
  const found: { id: string; contact_id: number; at: Date }[] = []
  for (;;) {
    const after = found.at(-1)?.id ?? null
    const page = await as<typeof found>`
      select * from public.journey_people(${workspace}, ${journey}, ${metric}, ${node_id}, ${detail}, ${version}, ${after}, 3)`
    found.push(...page)
    if (page.length < 3) return found
  }
}

/** The same without the languages, which the list of people is not told apart by. */
function byNumber(all: JourneyNumber[]) {
  const sums = new Map<string, JourneyNumber>()
  for (const row of all) {
    const key = JSON.stringify([row.version, row.node_id, row.metric, row.detail])
    sums.set(key, { ...row, count: row.count + (sums.get(key)?.count ?? 0) })
  }
  return [...sums.values()]
}

const metrics = [
  'arrived',
  'clicked',
  'converted',
  'delivered',
  'ended',
  'entered',
  'failed',
  'left',
  'opened',
  'sent',
  'skipped',
  'unsubscribed',
]

test('after any history every number equals a recount of the rows, and the people behind it are as many', async () => {
  const seen = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 8, maxLength: 24 }), async (history) => {
      const workspace = await aWorkspace()
      const journey = await aLiveJourney(workspace.id)
      await ingest(
        workspace.id,
        ['u1', 'u2'].map((user_id) => ({ user_id, enters: [{ journey, goal: 'Paid', goal_within: 'P1D' }] })),
      )
      for (const event of history) await happen({ workspace: workspace.id, journey }, event)

      const shown = await asUser(workspace.viewer.id, async (as) => {
        const shown = await numbers(as, workspace.id, journey)
        for (const number of byNumber(shown)) {
          const found = await people(as, workspace.id, journey, number)
          expect([number, found.length]).toEqual([number, number.count])
          expect(new Set(found.map((row) => row.id)).size).toBe(found.length)
          expect(found).toEqual(found.toSorted((one, other) => Number(other.at) - Number(one.at)))
        }
        return shown
      })
      const totals = await asUser(workspace.viewer.id, (as) => as`select * from public.journey_totals(${workspace.id})`)
      const sumOf = (wanted: string) =>
        shown.filter(({ metric }) => metric === wanted).reduce((sum, { count }) => sum + count, 0)
      // The journey has no goal, so that no conversion is not a conversion rate of nothing.
      const converted = sumOf('converted') || null
      expect(totals).toEqual([{ journey_id: journey, entered: sumOf('entered'), converted }])
      expect(shown).toEqual(await recount(workspace.id, journey))
      expect(inStep(shown)).toEqual(await standing(workspace.id, journey))
      for (const { metric } of shown) seen.set(metric, (seen.get(metric) ?? 0) + 1)
      await sql`delete from public.workspaces where id = ${workspace.id}`
    }),
    { seed: 20261122, numRuns: 60, endOnFailure: true },
  )
  // The histories are worth nothing where they do not lead to every kind of number, and often.
  expect([...seen.keys()].sort()).toEqual(metrics)
  expect(Math.min(...seen.values())).toBeGreaterThan(5)
}, 60_000)

/** Who stands at a node: who came, less who left or ended there. */
function inStep(shown: JourneyNumber[]) {
  const sums = new Map<string, { version: number; node_id: string; count: number }>()
  for (const { version, node_id, metric, count } of shown) {
    const sign = { entered: 1, arrived: 1, left: -1, ended: -1 }[metric] ?? 0
    const key = `${version}/${node_id}`
    sums.set(key, { version, node_id, count: (sums.get(key)?.count ?? 0) + sign * count })
  }
  return [...sums.values()]
    .filter(({ count }) => count !== 0)
    .sort((one, other) => one.version - other.version || (one.node_id < other.node_id ? -1 : 1))
}

test('a goal that nobody reached yet counts as zero, no goal as nothing', async () => {
  const workspace = await aWorkspace()
  const journey = await aLiveJourney(workspace.id)
  await ingest(workspace.id, [{ user_id: 'u1', enters: [{ journey, goal: 'Paid', goal_within: 'P1D' }] }])
  const totals = () => asUser(workspace.viewer.id, (as) => as`select * from public.journey_totals(${workspace.id})`)
  expect(await totals()).toEqual([{ journey_id: journey, entered: 1, converted: null }])
  await sql`update public.journeys set revision = revision + 1,
    draft = jsonb_set(draft, '{settings,goal}', '{"event": "Paid", "within": "P1D"}') where id = ${journey}`
  await publish(workspace.id, journey)
  expect(await totals()).toEqual([{ journey_id: journey, entered: 1, converted: 0 }])
})

describe('the people behind a number', () => {
  async function threePeople() {
    const workspace = await aWorkspace()
    const journey = await aLiveJourney(workspace.id)
    const users = [
      ['u1', 't', 'en'],
      ['u2', 't', 'ro'],
      ['u3', 't2', 'en'],
    ]
    await ingest(
      workspace.id,
      users.map(([user_id = '', node = '', locale = ''], index) => ({
        user_id,
        locale,
        email: `${user_id}@x.example`,
        traits: {},
        at: `2026-03-02T0${index}:00:00Z`,
        enters: [{ journey, node }],
      })),
    )
    return { workspace, journey }
  }

  test('come with their id, address, language and instant, the newest first', async () => {
    const { workspace, journey } = await threePeople()
    const rows = await asUser(
      workspace.viewer.id,
      (as) => as`
      select external_id, email, locale, at from public.journey_people(${workspace.id}, ${journey}, 'entered')`,
    )
    expect(rows.map((row) => row.external_id)).toEqual(['u3', 'u2', 'u1'])
    expect(rows[1]).toEqual({
      external_id: 'u2',
      email: 'u2@x.example',
      locale: 'ro',
      at: new Date('2026-03-02T01:00:00Z'),
    })
  })

  test('who entered are told apart by the trigger that let them in', async () => {
    const { workspace, journey } = await threePeople()
    const entered = (node_id: string) =>
      people(sql, workspace.id, journey, { metric: 'entered', node_id, detail: '', version: 1 })
    expect([await entered('t'), await entered('t2'), await entered('')].map((rows) => rows.length)).toEqual([2, 1, 3])
  })

  test('who stand in a step now are listed', async () => {
    const { workspace, journey } = await threePeople()
    expect(
      await people(sql, workspace.id, journey, { metric: 'inStep', node_id: 't', detail: '', version: 1 }),
    ).toHaveLength(2)
  })

  test('a metric nobody knows has nobody behind it, and a page holds at most 200', async () => {
    const { workspace, journey } = await threePeople()
    expect(
      await people(sql, workspace.id, journey, { metric: 'adored', node_id: 't', detail: '', version: 1 }),
    ).toEqual([])
    const many = Array.from({ length: 203 }, (_, index) => ({ user_id: `many${index}`, enters: [{ journey }] }))
    await ingest(workspace.id, many)
    const page = await asUser(
      workspace.viewer.id,
      (as) => as`
      select from public.journey_people(${workspace.id}, ${journey}, 'entered', page_size => 100000)`,
    )
    expect(page).toHaveLength(200)
  })
})

test('numbers are kept per hour in UTC', async () => {
  const { id } = await aWorkspace()
  const journey = await aLiveJourney(id)
  await ingest(
    id,
    ['2026-03-02T10:00:00Z', '2026-03-02T10:59:59Z', '2026-03-02T11:00:00Z'].map((at, index) => ({
      user_id: `u${index}`,
      at,
      enters: [{ journey }],
    })),
  )
  const rows = await sql`select hour, count from public.journey_stats where workspace_id = ${id} order by hour`
  expect(rows).toEqual([
    { hour: new Date('2026-03-02T10:00:00Z'), count: 2 },
    { hour: new Date('2026-03-02T11:00:00Z'), count: 1 },
  ])
})
