import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { bundleFunctions, functionNames } from '../bundleFunctions.ts'
import { makeTemporaryDataFolder, removeDataFolder } from '../dataFolder.ts'
import { localKeys } from '../localKeys.ts'
import { freePorts } from '../ports.ts'
import { startStack } from '../stack.ts'
import './providedContext.ts'

/**
 * The whole stack with an empty database. Browser tests also get the built app, and `bundle` runs the functions as
 * self-hosted Supabase does. Nothing ticks by itself.
 */
export default async function stackSetup(project: TestProject) {
  const dataDir = makeTemporaryDataFolder()
  process.env.PROVIDERS_ORIGIN = `http://127.0.0.1:${(await freePorts()).app}`
  const stack = await startStack({
    ports: await freePorts(),
    dataDir,
    app: project.name === 'browser' ? 'built' : 'none',
    durable: false,
    ...(project.name === 'bundle' && { functionsDir: await bundleInto(join(dataDir, 'functions')) }),
    report: (line) => process.stderr.write(`[functions] ${line}\n`),
  })
  project.provide('url', stack.url)
  project.provide('databaseUrl', stack.databaseUrl)
  project.provide('smtpUrl', stack.smtpUrl)
  project.provide('publishableKey', localKeys.publishable)
  project.provide('secretKey', localKeys.secret)
  project.provide('providersOrigin', process.env.PROVIDERS_ORIGIN)
  return async () => {
    await stack.stop()
    removeDataFolder(dataDir)
  }
}

async function bundleInto(folder: string) {
  await bundleFunctions(functionNames(), folder)
  return folder
}
