import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
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
  let stopping = false
  let crashes = 0
  let child = await launch(options)
  watch()

  function watch() {
    const startedAt = Date.now()
    child.once('exit', async (code, signal) => {
      if (stopping) return
      crashes = Date.now() - startedAt > 30_000 ? 0 : crashes + 1
      options.report(`The functions process ended (${signal ?? `exit code ${code}`}) and is started again.`)
      await new Promise((resolve) => setTimeout(resolve, Math.min(100 * 2 ** crashes, 10_000)))
      if (stopping) return
      child = await launch(options).catch(() => child)
      watch()
    })
  }

  return {
    pid: () => child.pid,
    restart: () => void child.stdin?.end(),
    async stop() {
      stopping = true
      await end(child)
    },
  }
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
    SIGNING_SECRET: localKeys.signing,
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
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.stdin?.end()
  const patience = setTimeout(() => child.kill('SIGKILL'), 8000)
  await gone
  clearTimeout(patience)
}
