import type { TestProject } from 'vitest/node'
import { makeTemporaryDataFolder, removeDataFolder } from '../dataFolder.ts'
import { startMigratedDatabase } from './migratedDatabase.ts'
import './providedContext.ts'

/** Postgres with the auth schema and our migrations, and nothing else. */
export default async function databaseSetup(project: TestProject) {
  const dataDir = makeTemporaryDataFolder()
  const database = await startMigratedDatabase(dataDir)
  project.provide('databaseUrl', database.url)
  return async () => {
    await database.stop()
    removeDataFolder(dataDir)
  }
}
