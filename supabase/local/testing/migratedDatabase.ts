import { createApi } from '../api.ts'
import { migrationsDir } from '../folders.ts'
import { migrate } from '../migrate.ts'
import { freePorts } from '../ports.ts'
import { startPostgres } from '../postgres.ts'

export async function startMigratedDatabase(dataDir: string) {
  const ports = await freePorts()
  const database = await startPostgres({ dataDir, port: ports.postgres, durable: false })
  const api = createApi({ databaseUrl: database.url, siteUrl: 'http://127.0.0.1', smtpPort: ports.smtp })
  await api.ensureAuthSchema()
  await api.close()
  await migrate(database.url, migrationsDir)
  return database
}
