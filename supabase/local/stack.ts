import { mkdirSync } from 'node:fs'
import { createApi } from './api.ts'
import { createBuiltApp } from './builtApp.ts'
import { startFunctions } from './denoProcess.ts'
import { createDevApp } from './devApp.ts'
import { builtAppDir, migrationsDir } from './folders.ts'
import { lockDataFolder } from './launcherLock.ts'
import { startMailbox } from './mailbox.ts'
import { migrate } from './migrate.ts'
import { createOrigin } from './origin.ts'
import { type Ports, requireFreePort } from './ports.ts'
import { startPostgres } from './postgres.ts'
import { startTicker } from './ticker.ts'
import { watchFunctions } from './watchFunctions.ts'

export type StackOptions = {
  ports: Ports
  dataDir: string
  app: 'dev' | 'built' | 'none'
  /** False for data that is thrown away afterwards. */
  durable?: boolean
  /** An existing Postgres instead of the embedded one. */
  databaseUrl?: string | undefined
  migrationsDir?: string
  functionsDir?: string
  report?: (line: string) => void
}

export type Stack = Awaited<ReturnType<typeof startStack>>

/** Starts every part in the order they need each other; on failure what has started is stopped again. */
export async function startStack(options: StackOptions) {
  const started: (() => unknown)[] = []
  const stop = () => stopAll(started)
  try {
    return { ...(await startParts(options, started)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startParts(options: StackOptions, started: (() => unknown)[]) {
  const { ports, dataDir, report = () => undefined } = options
  const url = `http://127.0.0.1:${ports.app}`
  const functionsUrl = `http://127.0.0.1:${ports.functions}`
  mkdirSync(dataDir, { recursive: true })
  started.push(lockDataFolder(dataDir))
  await Promise.all([requireFreePort('app', ports.app), requireFreePort('functions', ports.functions)])

  const mailbox = await startMailbox({ port: ports.smtp, dataDir, functionsUrl, report })
  started.push(mailbox.stop)
  const databaseUrl = options.databaseUrl ?? (await startDatabase(options, started))
  const api = createApi({ databaseUrl, siteUrl: url, smtpPort: ports.smtp })
  started.push(api.close)
  await api.ensureAuthSchema()
  const migrated = await migrate(databaseUrl, options.migrationsDir ?? migrationsDir)
  await api.forgetSchema()

  const functions = await startFunctions({
    port: ports.functions,
    url,
    databaseUrl,
    smtpPort: ports.smtp,
    report,
    ...(options.functionsDir ? { functionsDir: options.functionsDir } : {}),
  })
  started.push(functions.stop, mailbox.sendReports)
  const origin = createOrigin({ api, functionsPort: ports.functions, mailbox: mailbox.routes })
  started.push(origin.close)
  if (options.app === 'built') origin.show(createBuiltApp(builtAppDir))
  if (options.app === 'dev') {
    const app = await createDevApp(origin.server)
    started.push(app.close)
    origin.show(app.listener)
    started.push(watchFunctions(functions.restart))
  }
  await origin.open(ports.app)
  return {
    url,
    databaseUrl,
    mailboxUrl: `${url}/mailbox`,
    smtpUrl: `smtp://127.0.0.1:${ports.smtp}`,
    migrated,
    api,
    functions,
    /** From here on what is due runs by itself, as a schedule does when hosted. */
    startTicking() {
      started.push(startTicker({ functionsUrl, report }).stop)
    },
  }
}

async function startDatabase({ dataDir, ports, durable = true }: StackOptions, started: (() => unknown)[]) {
  const database = await startPostgres({ dataDir, port: ports.postgres, durable })
  started.push(database.stop)
  return database.url
}

async function stopAll(started: (() => unknown)[]) {
  for (const stop of started.splice(0).reverse()) {
    try {
      await stop()
    } catch {
      // One part that will not stop must not keep the others running.
    }
  }
}
