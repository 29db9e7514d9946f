import { expect, test } from 'vitest'
import { askedByPolicies, functions, tables, withoutWorkspace } from './catalogue.ts'
import { sql } from './database.ts'

test('row-level security is on for every table, partitions too', async () => {
  const rows = await sql`select relname from pg_class
    where relnamespace in ('public'::regnamespace, 'private'::regnamespace) and relkind in ('r', 'p') and not relrowsecurity`
  expect(rows.map((row) => row.relname)).toEqual([])
})

test('every table of the API is in the catalogue, and every view is absent', async () => {
  const rows = await sql`select relname, relkind from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')`
  expect(rows.map((row) => row.relname).sort()).toEqual(Object.keys(tables).sort())
  expect(rows.filter((row) => !['r', 'p'].includes(row.relkind))).toEqual([])
})

test('every function of the API is in the catalogue, once', async () => {
  const rows = await sql`select proname from pg_proc where pronamespace = 'public'::regnamespace`
  expect(rows.map((row) => row.proname).sort()).toEqual(Object.keys(functions).sort())
})

test('every row names its workspace', async () => {
  const rows = await sql`select relname from pg_class
    where relnamespace in ('public'::regnamespace, 'private'::regnamespace) and relkind in ('r', 'p') and not exists (
      select from pg_attribute where attrelid = pg_class.oid and attname = 'workspace_id' and attnotnull
        and atttypid = 'uuid'::regtype)`
  expect(rows.map((row) => row.relname)).toEqual(['workspaces'])
})

test('every primary key, unique key and foreign key contains the workspace', async () => {
  const keys = await sql`
    select name, bool_or(attname = 'workspace_id') as has_workspace
    from (
      select conname::text as name, conrelid as table_id, conkey as columns from pg_constraint where contype in ('p', 'u', 'f')
      union all
      select relname, indrelid, array(select unnest(indkey)) from pg_index join pg_class on oid = indexrelid where indisunique
    ) keys
    join pg_class on pg_class.oid = table_id and table_id <> 'public.workspaces'::regclass
      and relnamespace in ('public'::regnamespace, 'private'::regnamespace)
    join pg_attribute on attrelid = table_id and attnum = any (columns)
    group by name order by name`
  expect(keys.length).toBeGreaterThan(30)
  expect(keys.filter((key) => !key.has_workspace).map((key) => key.name)).toEqual(Object.keys(withoutWorkspace).sort())
})

test('every function pins its search path', async () => {
  const rows = await sql`select oid::regprocedure::text as name from pg_proc
    where pronamespace in ('public'::regnamespace, 'private'::regnamespace) and prokind <> 'a'
      and not coalesce(proconfig, '{}') @> array['search_path=""']`
  expect(rows.map((row) => row.name)).toEqual([])
})

test('we define no aggregates, because one cannot pin its search path', async () => {
  const rows = await sql`select proname from pg_proc
    where pronamespace in ('public'::regnamespace, 'private'::regnamespace) and prokind = 'a'`
  expect([...rows]).toEqual([])
})

test('somebody who has not signed in may use no table, sequence or function', async () => {
  const rows = await sql`
    select oid::regclass::text as name from pg_class
    where relnamespace in ('public'::regnamespace, 'private'::regnamespace) and relkind in ('r', 'p', 'v', 'm', 'f')
      and (has_table_privilege('anon', oid, 'select, insert, update, delete, truncate, references, trigger')
        or has_any_column_privilege('anon', oid, 'select, insert, update, references'))
    union all
    select seqrelid::regclass::text from pg_sequence where has_sequence_privilege('anon', seqrelid, 'usage, select, update')
    union all
    select oid::regprocedure::text from pg_proc
    where pronamespace in ('public'::regnamespace, 'private'::regnamespace) and has_function_privilege('anon', oid, 'execute')
    union all
    select 'schema private' where has_schema_privilege('anon', 'private', 'usage')`
  expect(rows.map((row) => row.name)).toEqual([])
})

test('members may use exactly the columns in the catalogue', async () => {
  const rows = await sql`
    select relname || '.' || attname || ' ' || verb as right, has_column_privilege('authenticated', pg_class.oid, attname, verb) as has
    from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped,
      unnest(array['select', 'insert', 'update', 'references']) verb
    where relnamespace in ('public'::regnamespace, 'private'::regnamespace) and relkind in ('r', 'p')`
  const wanted = rows.filter(({ right }) => {
    const [, table = '', column = '', verb = ''] = /^(.+)\.(.+) (.+)$/.exec(right) ?? []
    const allowed = verb === 'select' || verb === 'insert' || verb === 'update' ? tables[table]?.[verb] : undefined
    return allowed && (allowed.columns?.includes(column) ?? true)
  })
  expect(rows.filter((row) => row.has).map((row) => row.right)).toEqual(wanted.map((row) => row.right))
})

test('members may delete from exactly the tables in the catalogue, and truncate or trigger none', async () => {
  const rows = await sql`select relname, has_table_privilege('authenticated', oid, 'delete') as deletes,
      has_table_privilege('authenticated', oid, 'truncate, trigger, references') as more
    from pg_class where relnamespace in ('public'::regnamespace, 'private'::regnamespace) and relkind in ('r', 'p')`
  const deletable = Object.keys(tables).filter((table) => tables[table]?.delete)
  expect(
    rows
      .filter((row) => row.deletes)
      .map((row) => row.relname)
      .sort(),
  ).toEqual(deletable.sort())
  expect(rows.filter((row) => row.more)).toEqual([])
})

test('members may use no sequence, and only the functions in the catalogue', async () => {
  const callable = await sql`select proname from pg_proc
    where pronamespace in ('public'::regnamespace, 'private'::regnamespace)
      and has_function_privilege('authenticated', oid, 'execute')`
  expect(callable.map((row) => row.proname).sort()).toEqual([...Object.keys(functions), ...askedByPolicies].sort())
  const sequences = await sql`select seqrelid::regclass::text as name from pg_sequence
    where has_sequence_privilege('authenticated', seqrelid, 'usage, select, update')`
  expect([...sequences]).toEqual([])
})

test('a policy is for one verb and for members only', async () => {
  const rows =
    await sql`select policyname, cmd, roles::text as roles from pg_policies where schemaname in ('public', 'private')`
  expect(rows.filter((row) => row.cmd === 'ALL' || row.roles !== '{authenticated}')).toEqual([])
})

test('whoever acts with the rights of the owner is a function that asks for a role, or a guard', async () => {
  const rows = await sql`select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
    and prosrc !~ 'private\\.(demand|my_invitation)' order by proname`
  expect(rows.map((row) => row.proname)).toEqual(['create_workspace'])
})
