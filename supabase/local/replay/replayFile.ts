import { readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import postgres from 'postgres'
import { demo } from '../demo/demo.ts'
import { defaultDataDir } from '../folders.ts'
import { localKeys } from '../localKeys.ts'
import { freePorts, portsFromEnvironment } from '../ports.ts'
import { seed } from '../seed.ts'
import { startStack } from '../stack.ts'
import { StartError } from '../startError.ts'
import { mapping, ordersMapping } from './mapping.ts'
import { type Call, readCalls } from './readCalls.ts'
import { readCounts } from './readCounts.ts'
import { recountSecondOrder } from './recountSecondOrder.ts'
import { replay } from './replay.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { mapping: { type: 'string' }, serve: { type: 'boolean', default: false } },
})

async function main() {
  const [file] = positionals
  if (!file) throw new StartError('Say which file: npm run replay -- orders.csv [--mapping mapping.json] [--serve]')
  const wanted = values.mapping ? mapping.parse(JSON.parse(readFileSync(values.mapping, 'utf8'))) : ordersMapping
  const calls = readCalls(file, wanted)
  const dataDir = resolve(defaultDataDir(), 'replay')
  rmSync(dataDir, { recursive: true, force: true })
  const stack = await startStack({
    ports: values.serve ? portsFromEnvironment() : await freePorts(),
    dataDir,
    app: values.serve ? 'dev' : 'none',
    report: say,
  })
  const stop = () => stack.stop().then(() => process.exit())
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    await seed(stack)
    await run(stack, calls, values.mapping ? undefined : file)
    if (values.serve) say(`\nLook at it: ${stack.url}/w/${demo.workspaceId}/journeys/${demo.secondOrderId}?numbers=1`)
  } finally {
    if (!values.serve) await stack.stop()
  }
}

async function run(stack: { url: string; databaseUrl: string }, calls: readonly Call[], orders: string | undefined) {
  const { url } = stack
  const report = await replay({
    url,
    writeKey: demo.writeKey,
    secretKey: localKeys.secret,
    calls,
    onProgress: progress(calls.length),
  })
  say(`\n${report.events} events, ${report.steps} steps, ${report.sent} messages sent`)
  say(
    `${Math.round(report.events / report.ingestSeconds)} events/s, ${Math.round(report.steps / report.tickSeconds)} steps/s, ${Math.round(report.sent / report.deliverSeconds)} messages/s\n`,
  )
  const sql = postgres(stack.databaseUrl, { max: 1 })
  const counts = await readCounts(sql, demo.secondOrderId)
  await sql.end()
  compare(counts, orders ? recountSecondOrder(orders) : counts)
}

/** Prints what the journey counted beside the recount; a difference fails the command. */
function compare(counts: Record<string, number>, recount: Record<string, number>) {
  for (const key of [...new Set([...Object.keys(counts), ...Object.keys(recount)])].sort()) {
    const same = counts[key] === recount[key]
    say(
      `${key.padEnd(32)} ${String(counts[key] ?? 0).padStart(8)} ${same ? '' : `  but the file says ${recount[key] ?? 0}`}`,
    )
    if (!same) process.exitCode = 1
  }
}

function progress(total: number) {
  return (done: number, at: number) => {
    const width = Math.round((done / total) * 40)
    const bar = `${'█'.repeat(width)}${'·'.repeat(40 - width)} ${Math.round((done / total) * 100)} %  ${new Date(at).toISOString().slice(0, 10)}`
    process.stdout.write(process.stdout.isTTY ? `\r${bar}` : done === total ? `${bar}\n` : '')
  }
}

main().catch((error) => {
  process.stderr.write(`${error instanceof StartError ? error.message : (error.stack ?? error)}\n`)
  process.exit(1)
})
