import { liveThroughDemo } from './demo/liveThroughDemo.ts'
import { defaultDataDir } from './folders.ts'
import { buildIfStale } from './freshApp.ts'
import { portsFromEnvironment } from './ports.ts'
import { demoUser, seed } from './seed.ts'
import { type Stack, startStack } from './stack.ts'
import { StartError } from './startError.ts'
import { stopWithNpm } from './stopWithNpm.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

let stack: Stack | undefined
let stopping = false

async function stop() {
  if (stopping) return
  stopping = true
  if (!stack) await starting
  await stack?.stop()
  process.exit(0)
}

async function start() {
  const isDev = process.argv.includes('--dev')
  const building = isDev ? undefined : buildIfStale()
  stack = await startStack({
    ports: portsFromEnvironment(),
    dataDir: defaultDataDir(),
    databaseUrl: process.env.DATABASE_URL || undefined,
    app: isDev ? 'dev' : 'built',
    report: (line) => process.stderr.write(`${line}\n`),
  })
  if (stopping) return
  // The past takes a while to live through; DEMO=off leaves the demo workspace without one.
  if ((await seed(stack)) && process.env.DEMO !== 'off') {
    say('Giving the demo shop a past…')
    await liveThroughDemo(stack.url)
  }
  await building
  if (stopping) return
  stack.startTicking()
  say('')
  say(`  Perennial   ${stack.url}`)
  say(`  Mailbox     ${stack.mailboxUrl}`)
  say(`  Sign in     ${demoUser.email}  ·  ${demoUser.password}`)
  say(`  Stop with Ctrl-C; npm run reset starts over.`)
  say('')
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
stopWithNpm(stop)
// Whoever read what we say may be gone, as in npm start | head; that is no reason to die without stopping.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

const starting = start().catch(async (error) => {
  // What was going on when the parts stopped under it.
  if (stopping) return
  await stack?.stop()
  process.stderr.write(`${error instanceof StartError ? error.message : error?.stack}\n`)
  process.exit(1)
})
