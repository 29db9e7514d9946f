import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aFullWorkspace } from './aFullWorkspace.ts'
import { publish } from './aLiveJourney.ts'
import { asUser, become } from './asUser.ts'
import { refusal } from './attempt.ts'
import { aWorkspace, type Workspace } from './aWorkspace.ts'
import { sql } from './database.ts'
import { ended, inTurns } from './inTurns.ts'

async function aDraft(): Promise<{ workspace: Workspace; id: string }> {
  const workspace = await aWorkspace()
  const [made] = await asUser(
    workspace.editor.id,
    (as) => as`
    insert into public.journeys (workspace_id, name) values (${workspace.id}, 'Welcome') returning id`,
  )
  return { workspace, id: String(made?.id) }
}

/** Saves the way the editor does: over the revision it loaded, and answers what came back. */
const save = (by: string, id: string, revision: number, note: string, name = 'Welcome') =>
  asUser(
    by,
    (
      as,
    ) => as`update public.journeys set draft = ${as.json({ format: 1, note })}, name = ${name}, revision = ${revision + 1}
    where id = ${id} and revision = ${revision} returning revision`,
  )

const journey = async (id: string) => (await sql`select * from public.journeys where id = ${id}`)[0]

test('a new journey is a draft at revision 1 with an empty document', async () => {
  const { workspace, id } = await aDraft()
  expect(await journey(id)).toMatchObject({
    status: 'draft',
    revision: 1,
    live_version: null,
    updated_by: workspace.editor.id,
  })
})

test('a save goes up by one revision and says who made it', async () => {
  const { workspace, id } = await aDraft()
  expect(await save(workspace.admin.id, id, 1, 'one')).toEqual([{ revision: 2 }])
  expect(await journey(id)).toMatchObject({ draft: { note: 'one' }, updated_by: workspace.admin.id })
})

test('M28 a save over a revision that is gone changes nothing and says so by an empty answer', async () => {
  const { workspace, id } = await aDraft()
  await save(workspace.editor.id, id, 1, 'first')
  expect(await save(workspace.admin.id, id, 1, 'second')).toEqual([])
  expect(await journey(id)).toMatchObject({ revision: 2, draft: { note: 'first' } })
})

test('M28 of two editors who save at the same time one wins and the other is told', async () => {
  const { workspace, id } = await aDraft()
  const answers: unknown[] = []
  const saving = (by: string) => async (as: Parameters<typeof become>[0]) => {
    await become(as, by)
    answers.push(
      (
        await as`update public.journeys set draft = '{"format": 1}', revision = 2
      where id = ${id} and revision = 1 returning revision`
      ).count,
    )
  }
  await inTurns(saving(workspace.editor.id), saving(workspace.admin.id))
  expect(answers).toEqual([1, 0])
})

test.each([
  ['without raising the revision', 1],
  ['raising it by two', 3],
  ['lowering it', 0],
])('a draft is not changed %s', async (_, revision) => {
  const { workspace, id } = await aDraft()
  const saved = asUser(
    workspace.editor.id,
    (as) => as`update public.journeys set draft = '{"format": 1}', revision = ${revision}
    where id = ${id}`,
  )
  expect(await refusal(saved)).toMatchObject({ code: 'PT409' })
})

test.each([0, 3, 1000])('the revision is not moved to %i by itself', async (revision) => {
  const { workspace, id } = await aDraft()
  const moved = asUser(
    workspace.editor.id,
    (as) => as`update public.journeys set revision = ${revision} where id = ${id}`,
  )
  expect(await refusal(moved)).toMatchObject({ code: 'PT409' })
})

test('a journey is renamed without a new revision', async () => {
  const { workspace, id } = await aDraft()
  await asUser(workspace.editor.id, (as) => as`update public.journeys set name = 'Spring' where id = ${id}`)
  expect(await journey(id)).toMatchObject({ name: 'Spring', revision: 1 })
})

test('status, live version and owner of a change cannot be written directly', async () => {
  const { workspace, id } = await aDraft()
  for (const change of [`status = 'live'`, 'live_version = 1', `updated_by = '${randomUUID()}'`])
    expect(
      await refusal(
        asUser(workspace.owner.id, (as) => as.unsafe(`update public.journeys set ${change} where id = '${id}'`)),
      ),
    ).toMatchObject({ code: '42501' })
  const born = `insert into public.journeys (workspace_id, name, status) values ('${workspace.id}', 'Live', 'live')`
  expect(await refusal(asUser(workspace.owner.id, (as) => as.unsafe(born)))).toMatchObject({ code: '42501' })
})

test('a draft that is no object, or far too large, is not stored', async () => {
  const { workspace, id } = await aDraft()
  const huge = { format: 1, note: 'x'.repeat(4_000_001) }
  for (const draft of [[], huge])
    expect(
      await refusal(
        asUser(
          workspace.editor.id,
          (as) => as`update public.journeys set draft = ${as.json(draft)}, revision = 2
      where id = ${id}`,
        ),
      ),
    ).toMatchObject({ code: '23514' })
})

test('versions are numbered from 1 and keep the draft as it was published', async () => {
  const { workspace, id } = await aDraft()
  await save(workspace.editor.id, id, 1, 'one')
  expect(await publish(workspace.id, id)).toBe(1)
  await save(workspace.editor.id, id, 2, 'two')
  expect(await publish(workspace.id, id)).toBe(2)
  await save(workspace.editor.id, id, 3, 'three')
  const versions = await sql`select version, document ->> 'note' as note from public.journey_versions
    where journey_id = ${id} order by version`
  expect(versions).toEqual([
    { version: 1, note: 'one' },
    { version: 2, note: 'two' },
  ])
  expect(await journey(id)).toMatchObject({ status: 'live', live_version: 2 })
})

test('a revision that is gone is not published', async () => {
  const { workspace, id } = await aDraft()
  await save(workspace.editor.id, id, 1, 'one')
  const published = sql`select private.publish(${workspace.id}, ${id}, 1, null, now())`
  expect(await refusal(published)).toMatchObject({ code: 'PT409' })
  expect(await sql`select from public.journey_versions where journey_id = ${id}`).toHaveLength(0)
})

test('two people who publish at the same time make two versions, in turns', async () => {
  const { workspace, id } = await aDraft()
  const publishing = `select private.publish('${workspace.id}', '${id}', 1, null, now())`
  expect(
    await inTurns(
      (on) => on.unsafe(publishing),
      (on) => on.unsafe(publishing),
    ),
  ).toEqual(['done', 'waited'])
  expect(await sql`select version from public.journey_versions where journey_id = ${id} order by 1`).toEqual([
    { version: 1 },
    { version: 2 },
  ])
})

test('a published version never changes, whoever asks', async () => {
  const { workspace, id } = await aDraft()
  await publish(workspace.id, id)
  expect(await refusal(sql`update public.journey_versions set document = '{}' where journey_id = ${id}`)).toMatchObject(
    { code: 'PT409' },
  )
  expect(await refusal(sql`update public.journey_versions set version = 7 where journey_id = ${id}`)).toMatchObject({
    code: 'PT409',
  })
})

test('versions stay when the account of their publisher is deleted', async () => {
  const { workspace, id } = await aDraft()
  await sql`select private.publish(${workspace.id}, ${id}, 1, ${workspace.editor.id}, now())`
  await sql`delete from auth.users where id = ${workspace.editor.id}`
  expect(await sql`select published_by from public.journey_versions where journey_id = ${id}`).toEqual([
    { published_by: null },
  ])
})

const statuses = ['draft', 'live', 'paused', 'stopped'] as const
const transitions: Record<string, Partial<Record<(typeof statuses)[number], string>>> = {
  pause: { live: 'paused' },
  resume: { paused: 'live' },
  stop_finish: { live: 'stopped', paused: 'stopped' },
  stop_now: { live: 'stopped', paused: 'stopped', stopped: 'stopped' },
  publish: {},
  '': {},
}

test.each(Object.entries(transitions))('"%s" is possible exactly where it makes sense', async (action, allowed) => {
  const { workspace, id } = await aDraft()
  for (const status of statuses) {
    await sql`update public.journeys set status = ${status} where id = ${id}`
    const outcome = await ended(
      asUser(workspace.editor.id, (as) => as`select public.set_journey_status(${workspace.id}, ${id}, ${action})`),
    )
    expect([status, outcome]).toEqual([status, allowed[status] ? 'done' : 'PT409'])
    expect((await journey(id))?.status).toBe(allowed[status] ?? status)
  }
})

test('a journey that does not exist has no status to set', async () => {
  const { workspace } = await aDraft()
  const set = asUser(
    workspace.owner.id,
    (as) => as`select public.set_journey_status(${workspace.id}, ${randomUUID()}, 'pause')`,
  )
  expect(await refusal(set)).toMatchObject({ code: 'PT404' })
})

test('only a journey that was never published can be deleted', async () => {
  const { workspace, id } = await aDraft()
  const drop = () =>
    asUser(workspace.editor.id, async (as) => (await as`delete from public.journeys where id = ${id}`).count)
  await publish(workspace.id, id)
  expect(await drop()).toBe(0)
  await sql`update public.journeys set live_version = null where id = ${id}`
  expect(await drop()).toBe(1)
})

test('deleting a workspace leaves nothing of it behind, and nothing of others out', async () => {
  const [gone, kept] = [await aFullWorkspace(), await aFullWorkspace()]
  const tables = await sql`select oid::regclass::text as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'workspaces'`
  const rowsOf = async (workspace: string) =>
    Promise.all(
      tables.map(
        async ({ name }) => (await sql.unsafe(`select from ${name} where workspace_id = '${workspace}'`)).count,
      ),
    )
  const before = await rowsOf(kept.id)
  expect(Math.min(...before)).toBeGreaterThan(0)
  await asUser(gone.owner.id, (as) => as`delete from public.workspaces where id = ${gone.id}`)
  expect(new Set(await rowsOf(gone.id))).toEqual(new Set([0]))
  expect(await rowsOf(kept.id)).toEqual(before)
})
