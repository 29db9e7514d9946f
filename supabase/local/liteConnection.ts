import { createPostgresConnection } from '@supabase/lite/postgres'
import { type Kysely, sql } from 'kysely'

type Session = {
  auth?: { uid?: unknown; role?: string; jwt?: unknown }
  storage?: { operation?: unknown }
}

/**
 * The one place that makes @supabase/lite's Postgres connection behave like hosted PostgREST: jsonb arguments are not
 * encoded twice, nobody is granted anything behind the migrations' back, a request costs one round trip of settings,
 * times are ISO 8601, and NOTICEs stay quiet.
 */
export function createLiteConnection(url: string, onQuery?: (query: string) => void) {
  const connection = createPostgresConnection({
    url,
    postgresOptions: {
      max: 10,
      ...(onQuery && { debug: (_connection: number, query: string) => onQuery(query) }),
      onnotice: () => undefined,
      types: { json: json(114), jsonb: json(3802), timestamptz: iso(1184), timestamp: iso(1114) },
    },
  })
  // 'active' tells lite that roles and grants are in place; otherwise it grants ALL on every table to anon.
  Object.assign(connection, { rlsState: 'active', applyJwtSessionContext: applySession })
  return connection
}

async function applySession(db: Kysely<unknown>, { auth, storage }: Session) {
  const role = auth?.role || 'anon'
  const claims = auth?.jwt && typeof auth.jwt === 'object' ? auth.jwt : undefined
  const email = claims && 'email' in claims ? claims.email : undefined
  await sql`select
    set_config('request.jwt.claim.sub', ${text(auth?.uid)}, true),
    set_config('request.jwt.claim.role', ${role}, true),
    set_config('request.jwt.claim.email', ${text(email)}, true),
    set_config('request.jwt.claims', ${claims ? JSON.stringify(claims) : ''}, true),
    set_config('storage.operation', ${text(storage?.operation)}, true),
    set_config('role', ${role}, true)`.execute(db)
}

const text = (value: unknown) => String(value ?? '')

/** lite hands some values over as JSON text already, and others as values. */
const json = (oid: number) => ({
  to: oid,
  from: [oid],
  serialize: (value: unknown) => (typeof value === 'string' && isJson(value) ? value : JSON.stringify(value)),
  parse: (value: string): unknown => JSON.parse(value),
})

function isJson(value: string) {
  try {
    JSON.parse(value)
    return true
  } catch {
    return false
  }
}

const iso = (oid: number) => ({
  to: oid,
  from: [oid],
  serialize: (value: unknown) => value,
  parse: (value: string) => value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'),
})
