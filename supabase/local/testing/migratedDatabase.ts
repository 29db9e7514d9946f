import { createApi } from '../api.ts'
import { migrationsDir } from '../folders.ts'
import { migrate } from '../migrate.ts'
import { freePorts } from '../ports.ts'
import { startPostgres } from '../postgres.ts'

/** A database of its own, with every migration; one that is to be as safe as in earnest is `durable`. */
export async function startMigratedDatabase(dataDir: string, { durable = false } = {}) {
  const ports = await freePorts()
  const database = await startPostgres({ dataDir, port: ports.postgres, durable })
  const api = createApi({ databaseUrl: database.url, siteUrl: 'http://127.0.0.1', smtpPort: ports.smtp })
  await api.ensureAuthSchema()
  await api.close()
  await migrate(database.url, migrationsDir)
  return database
}
