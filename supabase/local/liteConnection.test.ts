import { sql as select } from 'kysely'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Api, createApi } from './api.ts'
import { createLiteConnection } from './liteConnection.ts'
import { localKeys } from './localKeys.ts'
import { anEmptyDatabase } from './testing/anEmptyDatabase.ts'

/** What hosted PostgREST does, and @supabase/lite does only through our connection. */
let database: Awaited<ReturnType<typeof anEmptyDatabase>>
let sql: postgres.Sql
let api: Api
let userToken: string

beforeAll(async () => {
  database = await anEmptyDatabase(inject('databaseUrl'))
  sql = postgres(database.url, { max: 1, onnotice: () => undefined })
  api = createApi({ databaseUrl: database.url, siteUrl: 'http://127.0.0.1', smtpPort: 9 })
  await api.ensureAuthSchema()
  await sql.unsafe(`
    grant usage on schema public, auth to anon, authenticated;
    create table notes (owner uuid default auth.uid(), at timestamptz, tags jsonb);
    create table secrets (value text);
    alter table notes enable row level security;
    alter table secrets enable row level security;
    grant select on notes to authenticated;
    create policy "own notes" on notes for select to authenticated using (owner = (select auth.uid()));
    create function kind_of(value jsonb) returns text language sql as 'select jsonb_typeof(value)';
    create function shout() returns text language plpgsql as 'begin raise notice ''loud''; return ''quiet''; end';
    create function whoami() returns jsonb language sql as
      $$select jsonb_build_object('uid', auth.uid(), 'email', auth.email(), 'role', current_user, 'claim', auth.jwt() ->> 'email')$$;
  `)
  await api.forgetSchema()
  const signUp = await post('/auth/v1/signup', { email: 'ann@perennial.example', password: 'long-enough' })
  userToken = signUp.access_token
})

afterAll(async () => {
  await api.close()
  await sql.end()
  await database.drop()
})

async function post(path: string, body: unknown, token?: string) {
  const response = await api.fetch(
    new Request(`http://127.0.0.1${path}`, {
      method: 'POST',
      headers: {
        apikey: localKeys.publishable,
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    }),
  )
  return response.json()
}

async function get(path: string, token?: string) {
  const headers = { apikey: localKeys.publishable, ...(token && { authorization: `Bearer ${token}` }) }
  return (await api.fetch(new Request(`http://127.0.0.1${path}`, { headers }))).json()
}

test.each([
  [{ a: 1 }, 'object'],
  [[1, 2], 'array'],
  [5, 'number'],
  ['text', 'string'],
])('hands the jsonb argument %j over as it is, not as text', async (value, kind) => {
  expect(await post('/rest/v1/rpc/kind_of', { value })).toBe(kind)
})

test('grants nothing behind the back of the migrations', async () => {
  await get('/rest/v1/notes')
  const grants = await sql`select grantee, table_name, privilege_type from information_schema.role_table_grants
    where grantee in ('anon', 'authenticated') and table_schema = 'public'`
  expect(grants).toEqual([{ grantee: 'authenticated', table_name: 'notes', privilege_type: 'SELECT' }])
})

test('tells policies and functions who asks, e-mail included', async () => {
  const { sub } = JSON.parse(Buffer.from(userToken.split('.')[1] ?? '', 'base64url').toString())
  expect(await post('/rest/v1/rpc/whoami', {}, userToken)).toEqual({
    uid: sub,
    email: 'ann@perennial.example',
    role: 'authenticated',
    claim: 'ann@perennial.example',
  })
  expect(await post('/rest/v1/rpc/whoami', {})).toEqual({ uid: null, email: null, role: 'anon', claim: null })
})

test('writes times as ISO 8601, as browsers read them', async () => {
  const { sub } = JSON.parse(Buffer.from(userToken.split('.')[1] ?? '', 'base64url').toString())
  await sql`insert into notes (owner, at) values (${sub}, '2026-03-01 09:30:00.5+02')`
  expect(await get('/rest/v1/notes?select=at', userToken)).toEqual([{ at: '2026-03-01T07:30:00.5+00:00' }])
})

test('sets up a request in one round trip', async () => {
  const queries: string[] = []
  const connection = createLiteConnection(database.url, (query) => queries.push(query))
  await connection.withContext({ auth: { role: 'authenticated' } }, (db) => select`select 1`.execute(db))
  await connection.close()
  expect(queries.filter((query) => query.includes('set_config') || /set local/i.test(query))).toHaveLength(1)
})

test('stays quiet about notices', async () => {
  expect(await post('/rest/v1/rpc/shout', {})).toBe('quiet')
})
