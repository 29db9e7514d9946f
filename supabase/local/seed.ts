import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import postgres from 'postgres'
import { seedFile } from './folders.ts'
import { localKeys } from './localKeys.ts'
import { StartError } from './startError.ts'

export const demoUser = { email: 'demo@perennial.example', password: 'perennial-demo' }

/**
 * Creates the demo user through the auth API and then runs seed.sql, once per database; where the Supabase CLI records
 * seeds, so that a later `supabase db push --include-seed` knows. Answers whether it had to.
 */
export async function seed(
  { databaseUrl, url }: { databaseUrl: string; url: string },
  file = seedFile,
): Promise<boolean> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined })
  try {
    await sql`create table if not exists supabase_migrations.seed_files (path text primary key, hash text not null)`
    const [done] = await sql`select from supabase_migrations.seed_files where path = 'supabase/seed.sql'`
    if (done) return false
    await signUpDemoUser(url)
    const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
    await sql.begin(async (transaction) => {
      await transaction.unsafe(text).simple()
      const hash = createHash('sha256').update(text).digest('hex')
      if (text) await transaction`insert into supabase_migrations.seed_files values ('supabase/seed.sql', ${hash})`
    })
    return true
  } catch (error) {
    if (error instanceof postgres.PostgresError)
      throw new StartError(`The demo content of supabase/seed.sql does not load: ${error.message}.`)
    throw error
  } finally {
    await sql.end()
  }
}

async function signUpDemoUser(url: string) {
  const response = await fetch(`${url}/auth/v1/signup`, {
    method: 'POST',
    headers: { apikey: localKeys.publishable, 'content-type': 'application/json' },
    body: JSON.stringify(demoUser),
  })
  const body = await response.text()
  if (!response.ok && !/already/i.test(body)) throw new StartError(`The demo user could not be created: ${body}`)
}
