import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import postgres from 'postgres'
import { MigrationError } from './migrationError.ts'

type Migration = { version: string; name: string; file: string; text: string }

/** Applies what is missing, each file in one transaction, and records it where the Supabase CLI looks. */
export async function migrate(databaseUrl: string, folder: string): Promise<string[]> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined })
  try {
    await sql.unsafe(`
      create schema if not exists supabase_migrations;
      create table if not exists supabase_migrations.schema_migrations (
        version text primary key, statements text[], name text)`)
    const rows = await sql<{ version: string }[]>`select version from supabase_migrations.schema_migrations`
    const applied = new Set(rows.map((row) => row.version))
    const missing = migrationsIn(folder).filter(({ version }) => !applied.has(version))
    for (const migration of missing) await apply(sql, migration)
    return missing.map(({ version, name }) => `${version}_${name}`)
  } finally {
    await sql.end()
  }
}

async function apply(sql: postgres.Sql, { version, name, file, text }: Migration) {
  try {
    await sql.begin(async (transaction) => {
      await transaction.unsafe(text).simple()
      await transaction`insert into supabase_migrations.schema_migrations (version, name, statements)
        values (${version}, ${name}, ${[text]})`
    })
  } catch (error) {
    if (error instanceof postgres.PostgresError) throw new MigrationError(file, text, error)
    throw error
  }
}

function migrationsIn(folder: string): Migration[] {
  const files = readdirSync(folder).sort()
  return files.flatMap((name) => {
    const match = /^(\d{14})_(.+)\.sql$/.exec(name)
    if (!match?.[1] || !match[2]) return []
    const file = join(folder, name)
    return [
      { version: match[1], name: match[2], file: relative(process.cwd(), file), text: readFileSync(file, 'utf8') },
    ]
  })
}
