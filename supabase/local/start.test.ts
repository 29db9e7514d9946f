import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { removeDataFolder } from './dataFolder.ts'
import { projectDir } from './folders.ts'
import { freePorts, type Ports, portVariables } from './ports.ts'

/** The commands as a person runs them, in processes of their own; a busy machine takes its time. */
vi.setConfig({ testTimeout: 120_000 })

let dataDir: string
let ports: Ports

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'perennial-start-test-'))
  chmodSync(dataDir, 0o755)
  ports = await freePorts()
})

afterEach(() => removeDataFolder(dataDir))

function npm(args: string[], env: Record<string, string> = {}) {
  const chosen = Object.entries(ports).map(([name, port]) => [portVariables[name as keyof Ports], String(port)])
  return spawn('npm', args, {
    cwd: projectDir,
    env: {
      ...process.env,
      ...Object.fromEntries(chosen),
      DATA_DIR: dataDir,
      ...env,
      npm_config_update_notifier: 'false',
      DEMO: 'off',
    },
  })
}

async function outcome(child: ReturnType<typeof npm>) {
  const [errors, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  return { code, lines: errors.split('\n').filter((line) => line && !line.startsWith('npm ')) }
}

function untilItSays(child: ReturnType<typeof npm>, words: string) {
  return new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
      if (said.includes(words)) resolve(said)
    })
    child.once('exit', () => reject(new Error(`It ended after saying: ${said}`)))
  })
}

async function isOpen(port: number) {
  const server = createServer()
  const free = new Promise((resolve) =>
    server.once('error', () => resolve(true)).listen(port, '127.0.0.1', () => resolve(false)),
  )
  const open = await free
  server.close()
  return open
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  'starts with the demo sign-in and stops on %s to npm, leaving no port open',
  async (signal) => {
    const child = npm(['start'])
    const said = await untilItSays(child, 'Stop with')
    expect(said).toContain(`http://127.0.0.1:${ports.app}`)
    expect(said).toContain('demo@perennial.example')
    expect((await fetch(`http://127.0.0.1:${ports.app}/functions/v1/health`)).status).toBe(401)

    const reset = await outcome(npm(['run', 'reset']))
    expect(reset).toEqual({
      code: 1,
      lines: ['Perennial is running on this data folder: stop it first, then run npm run reset again.'],
    })

    child.kill(signal)
    await once(child, 'exit')
    expect(await Promise.all(Object.values(ports).map(isOpen))).toEqual([false, false, false, false])

    expect((await outcome(npm(['run', 'reset']))).code).toBe(0)
    expect(existsSync(dataDir)).toBe(false)
  },
)

test('says in one sentence that a port is taken', async () => {
  const other = createServer().listen(ports.app, '127.0.0.1')
  await once(other, 'listening')
  expect(await outcome(npm(['start']))).toEqual({
    code: 1,
    lines: [`Port ${ports.app} is in use by another program: stop that program, or choose another port with PORT=…`],
  })
  other.close()
})

test('says in one sentence that a port is no port', async () => {
  expect(await outcome(npm(['start'], { SMTP_PORT: 'mail' }))).toEqual({
    code: 1,
    lines: ['SMTP_PORT=mail is not a port number between 1 and 65535.'],
  })
})
