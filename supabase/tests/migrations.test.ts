import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { migrationsDir } from '../local/folders.ts'
import { migrate } from '../local/migrate.ts'
import { sql } from './database.ts'
import { inScratchDatabase } from './inScratchDatabase.ts'

const files = readdirSync(migrationsDir).filter((name) => name.endsWith('.sql'))

test('the migrations apply to an empty plain Postgres without an auth schema, in reading order, and once', async () => {
  await inScratchDatabase(async (url) => {
    expect(await migrate(url, migrationsDir)).toEqual(files.sort().map((name) => name.replace('.sql', '')))
    expect(await migrate(url, migrationsDir)).toEqual([])
  })
})

test('what they make there is what they make beside a full auth schema', async () => {
  const functions = (on: typeof sql) => on`select oid::regprocedure::text as name, md5(prosrc) as body from pg_proc
    where pronamespace in ('public'::regnamespace, 'private'::regnamespace) order by 1`
  const policies = (on: typeof sql) => on`select tablename, policyname, cmd, qual, with_check from pg_policies
    where schemaname = 'public' order by 1, 2`
  await inScratchDatabase(async (url, scratch) => {
    await migrate(url, migrationsDir)
    expect([...(await functions(scratch))]).toEqual([...(await functions(sql))])
    expect([...(await policies(scratch))]).toEqual([...(await policies(sql))])
  })
})

test('on plain Postgres a signed-in person is told by the claim in the request', async () => {
  await inScratchDatabase(async (url, scratch) => {
    await migrate(url, migrationsDir)
    const user = crypto.randomUUID()
    await scratch`insert into auth.users (id, email) values (${user}, 'somebody@people.example')`
    const names = await scratch.begin(async (as) => {
      await as`select set_config('request.jwt.claim.sub', ${user}, true), set_config('role', 'authenticated', true)`
      await as`select public.create_workspace('Plain', 'en', '{en}', 'UTC')`
      return as`select name from public.workspaces`
    })
    expect(names).toEqual([{ name: 'Plain' }])
  })
})
