import type { TestProject } from 'vitest/node'
import { makeTemporaryDataFolder, removeDataFolder } from '../dataFolder.ts'
import { localKeys } from '../localKeys.ts'
import { freePorts } from '../ports.ts'
import { startStack } from '../stack.ts'
import './providedContext.ts'

/** The whole stack with an empty database; browser tests also get the built app. Nothing ticks by itself. */
export default async function stackSetup(project: TestProject) {
  const dataDir = makeTemporaryDataFolder()
  const stack = await startStack({
    ports: await freePorts(),
    dataDir,
    app: project.name === 'browser' ? 'built' : 'none',
    durable: false,
    report: (line) => process.stderr.write(`[functions] ${line}\n`),
  })
  project.provide('url', stack.url)
  project.provide('databaseUrl', stack.databaseUrl)
  project.provide('smtpUrl', stack.smtpUrl)
  project.provide('publishableKey', localKeys.publishable)
  project.provide('secretKey', localKeys.secret)
  return async () => {
    await stack.stop()
    removeDataFolder(dataDir)
  }
}
