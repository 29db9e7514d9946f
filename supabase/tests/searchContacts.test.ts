import { beforeAll, expect, test } from 'vitest'
import { asUser } from './asUser.ts'
import { aWorkspace, type Workspace } from './aWorkspace.ts'
import { sql } from './database.ts'

let workspace: Workspace
let other: Workspace

const people = [
  ['u1', 'ana.pop@example.com'],
  ['u2', 'ANA_B@example.com'],
  ['a%b', 'per%cent@example.com'],
  ['x,y)"', 'quote@example.com'],
  [String.raw`back\slash`, 'slash@example.com'],
  ['آنا', 'عميل@example.com'],
]

beforeAll(async () => {
  workspace = await aWorkspace()
  other = await aWorkspace()
  for (const { id } of [workspace, other])
    for (const [externalId = '', email = ''] of people)
      await sql`insert into public.contacts (workspace_id, external_id, email) values (${id}, ${externalId}, ${email})`
})

type Paging = { after?: number; size?: number }

async function search(query: string, { after, size = 25 }: Paging = {}) {
  const rows = await asUser(
    workspace.viewer.id,
    (as) => as`select * from public.search_contacts(${workspace.id}, ${query}, ${after ?? null}, ${size})`,
  )
  expect(rows.every((row) => row.workspace_id === workspace.id)).toBe(true)
  return rows.map((row) => ({ id: Number(row.id), externalId: String(row.external_id) }))
}
const found = async (query: string) => (await search(query)).map(({ externalId }) => externalId)

test.each([
  ['ana', ['u2', 'u1']],
  ['  aNA. ', ['u1']],
  ['@EXAMPLE.com', people.map(([id]) => id).toReversed()],
  ['_b@', ['u2']],
  ['L_', []],
  ['NA', ['u2', 'u1']],
  ['%', ['a%b']],
  ['%cent', ['a%b']],
  ['a%', ['a%b']],
  [',y)"', ['x,y)"']],
  [String.raw`ck\sl`, [String.raw`back\slash`]],
  ['عمي', ['آنا']],
  ['nobody', []],
])('finds what contains %s, taken literally', async (query, wanted) => {
  expect(await found(query)).toEqual(wanted)
})

test('gives everybody page by page, the newest first, each once', async () => {
  const pages = []
  for (let after: number | undefined; ; ) {
    const page = await search('', { size: 4, ...(after && { after }) })
    pages.push(...page)
    if (page.length < 4) break
    after = page.at(-1)?.id
  }
  expect(pages.map(({ externalId }) => externalId)).toEqual(people.map(([id]) => id).toReversed())
})

test('finds among the old what is not among the newest, and goes on from page to page', async () => {
  const crowded = await aWorkspace()
  await sql`insert into public.contacts (workspace_id, external_id, email)
    select ${crowded.id}, 'c' || n, case when n <= 6 then 'rare' when n % 1000 = 0 then 'rare' else 'crowd' end || n || '@example.com'
    from generate_series(1, 7000) n`
  const ids: number[] = []
  for (;;) {
    const after = ids.at(-1) ?? null
    const page = await asUser(
      crowded.viewer.id,
      (as) => as`select id, email from public.search_contacts(${crowded.id}, 'RARE', ${after}, 5)`,
    )
    expect(page.every((row) => String(row.email).startsWith('rare'))).toBe(true)
    ids.push(...page.map((row) => Number(row.id)))
    if (page.length < 5) break
  }
  expect(ids).toHaveLength(13)
  expect(ids).toEqual([...new Set(ids)].sort((one, another) => another - one))
})

test('a part of an address is found by an index', async () => {
  await sql.begin(async (transaction) => {
    await transaction`set local enable_seqscan = off`
    await transaction`set local enable_indexscan = off`
    const plan =
      await transaction`explain select * from public.contacts where email ilike '%ana.pop%' or external_id ilike '%ana.pop%'`
    expect(JSON.stringify(plan)).toContain('contacts_by_part')
  })
})
