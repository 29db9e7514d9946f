import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { migrate } from './migrate.ts'
import { anEmptyDatabase } from './testing/anEmptyDatabase.ts'

let folder: string
let database: Awaited<ReturnType<typeof anEmptyDatabase>>
let sql: postgres.Sql

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  database = await anEmptyDatabase(inject('databaseUrl'))
  sql = postgres(database.url, { max: 1, onnotice: () => undefined })
  write('20260101000000_letters.sql', 'create table letters (letter text);\ninsert into letters values ($$a$$);')
})

afterEach(async () => {
  await sql.end()
  await database.drop()
  rmSync(folder, { recursive: true })
})

const write = (name: string, text: string) => writeFileSync(join(folder, name), text)

test('applies each file once, in order, and records it as the CLI does', async () => {
  write('20260101000001_more.sql', 'insert into letters values ($$b$$)')
  write('notes.md', 'not a migration')

  expect(await migrate(database.url, folder)).toEqual(['20260101000000_letters', '20260101000001_more'])
  expect(await migrate(database.url, folder)).toEqual([])

  expect(await sql`select string_agg(letter, '') as letters from letters`).toEqual([{ letters: 'ab' }])
  expect(
    await sql`select version, name, cardinality(statements) from supabase_migrations.schema_migrations order by 1`,
  ).toEqual([
    { version: '20260101000000', name: 'letters', cardinality: 1 },
    { version: '20260101000001', name: 'more', cardinality: 1 },
  ])
})

test('names file, line and reason of a broken migration, and leaves nothing of it behind', async () => {
  write('20260101000001_broken.sql', 'insert into letters values ($$b$$);\n\ninsert into numbers values (1);')

  await expect(migrate(database.url, folder)).rejects.toThrow(
    /^Migration .*20260101000001_broken\.sql, line 3: relation "numbers" does not exist\.$/,
  )
  expect(await sql`select letter from letters`).toEqual([{ letter: 'a' }])

  write('20260101000001_broken.sql', 'create table numbers (number int)')
  expect(await migrate(database.url, folder)).toEqual(['20260101000001_broken'])
})
