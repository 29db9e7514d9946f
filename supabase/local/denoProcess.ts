import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { denoBinary } from './denoBinary.ts'
import { functionsDir, projectDir } from './folders.ts'
import { localKeys } from './localKeys.ts'
import { StartError } from './startError.ts'

export type FunctionsOptions = {
  port: number
  url: string
  databaseUrl: string
  smtpPort: number
  report: (line: string) => void
  functionsDir?: string
}

/** Keeps the dispatcher running: one that crashes is started again, later each time in a row. */
export async function startFunctions(options: FunctionsOptions) {
  const stopping = new AbortController()
  let isWanted = false
  let child = await launch(options)
  const kept = keepRunning()

  async function keepRunning() {
    let crashes = 0
    while (!stopping.signal.aborted) {
      const startedAt = Date.now()
      const end = await endOf(child)
      if (stopping.signal.aborted) return
      if (!isWanted) {
        crashes = Date.now() - startedAt > 30_000 ? 1 : crashes + 1
        options.report(`The functions process ended (${end}) and is started again.`)
        await sleep(Math.min(50 * 2 ** crashes, 10_000), undefined, { signal: stopping.signal }).catch(() => undefined)
      }
      isWanted = false
      // One that does not even start counts as ended at once, and comes by here again.
      if (!stopping.signal.aborted) child = await launch(options).catch(() => child)
    }
  }

  return {
    pid: () => child.pid,
    /** Lets it finish what it does and begin again with the code as it is now. */
    restart() {
      isWanted = true
      child.stdin?.end()
    },
    async stop() {
      stopping.abort()
      await end(child)
      await kept
      await end(child)
    },
  }
}

async function endOf(child: ChildProcess) {
  if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.once('exit', resolve))
  return child.signalCode ?? `exit code ${child.exitCode}`
}

async function launch(options: FunctionsOptions) {
  const child = spawn(
    denoBinary(),
    [
      'run',
      ...['--no-remote', '--cached-only', '--no-prompt', '--node-modules-dir=manual', '--no-lock'],
      ...['--allow-net', '--allow-env', '--allow-read', '--allow-sys'],
      join(import.meta.dirname, 'functions.ts'),
    ],
    {
      cwd: projectDir,
      env: { ...process.env, ...environment(options) },
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    },
  )
  child.stdin.on('error', () => undefined)
  const errors = createInterface(child.stderr)
  let lastLine = ''
  errors.on('line', (line) => {
    lastLine = line
    options.report(line)
  })
  await new Promise<void>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => (line === 'ready' ? resolve() : options.report(line)))
    child.once('error', reject)
    child.once('exit', () => reject(new StartError(`The functions did not start: ${lastLine}`)))
  })
  return child
}

function environment(options: FunctionsOptions) {
  const key = { kty: 'oct', alg: 'HS256', kid: 'local', k: Buffer.from(localKeys.jwtSecret).toString('base64url') }
  return {
    SUPABASE_URL: options.url,
    SUPABASE_DB_URL: options.databaseUrl,
    SUPABASE_PUBLISHABLE_KEYS: JSON.stringify({ default: localKeys.publishable }),
    SUPABASE_SECRET_KEYS: JSON.stringify({ default: localKeys.secret }),
    SUPABASE_JWKS: JSON.stringify({ keys: [key] }),
    SMTP_URL: `smtp://127.0.0.1:${options.smtpPort}`,
    PUBLIC_URL: options.url,
    PERENNIAL_CLOCK: 'movable',
    WEBHOOK_LOCAL: 'allowed',
    SIGNING_SECRET: localKeys.signing,
    PROVIDERS_KEY: localKeys.providers,
    LOCAL_JWT_SECRET: localKeys.jwtSecret,
    FUNCTIONS_ROOT: options.functionsDir ?? functionsDir(),
    FUNCTIONS_PORT: String(options.port),
    DENO_DIR: join(projectDir, 'node_modules/.cache/deno'),
    DENO_NO_UPDATE_CHECK: '1',
    NO_COLOR: '1',
  }
}

/** Closing its input lets it finish what it does; one that does not come to an end is killed. */
async function end(child: ChildProcess) {
  const patience = setTimeout(() => child.kill('SIGKILL'), 8000)
  child.stdin?.end()
  await endOf(child)
  clearTimeout(patience)
}
