import postgres from 'postgres'
import { type Postgres, startPostgres } from '../../local/postgres.ts'
import { startMigratedDatabase } from '../../local/testing/migratedDatabase.ts'

const bigint = { to: 20, from: [20], serialize: String, parse: Number }

/** A Postgres that may be mistreated, as no other test uses it. */
export async function ownDatabase(dataDir: string) {
  let server: Postgres = await startMigratedDatabase(dataDir)
  const { url } = server
  const sql = postgres(url, { max: 2, onnotice: () => undefined, types: { bigint } })
  return {
    url,
    sql,
    /** As after a power cut: no farewell to anybody, and recovery from the log at the start. */
    async restart() {
      process.kill(server.pid, 'SIGQUIT')
      await server.stop()
      server = await startPostgres({ dataDir, port: Number(new URL(url).port), durable: false })
    },
    async stop() {
      await sql.end({ timeout: 1 })
      await server.stop()
    },
  }
}

export type OwnDatabase = Awaited<ReturnType<typeof ownDatabase>>
