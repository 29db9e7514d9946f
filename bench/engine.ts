import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { nodeTypes } from '../src/nodes/index.ts'
import { type Cost, costOf } from './engine/measure.ts'
import { manyOf, onboarding, passage } from './engine/passages.ts'
import { sampleData } from './engine/sampleData.ts'

/** What has to be kept: steps a second of a ten-step journey with two rules, on one core. */
const WANTED = 500_000

interface Row extends Cost {
  what: string
}

function measureAll(): Row[] {
  const wanted = ['ten steps, two rules', passage(onboarding(10))] as const
  // Where clocks never change: longer journeys meet more of their changes, each of which takes Temporal some time.
  const lengths = [10, 100, 1000].map(
    (length) => [`${length} steps`, passage(onboarding(length), 'Asia/Tashkent')] as const,
  )
  const types = Object.keys(nodeTypes).flatMap((type) => {
    const samples = sampleData[type]
    if (!samples) throw new Error(`The type "${type}" has nothing to measure: give it a line in sampleData.ts`)
    return Object.keys(samples).map((name) => [[type, name].join(' ').trim(), passage(manyOf(type, name, 8))] as const)
  })
  return [wanted, ...lengths, ...types].map(([what, work]) => ({ what, ...costOf(work) }))
}

function print(rows: readonly Row[]) {
  const line = (...cells: string[]) =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(24) : cell.padStart(12))).join('')
  const texts = rows.map(({ what, nanoseconds, spread, bytes }) =>
    line(
      what,
      nanoseconds.toFixed(0),
      `±${(spread * 100).toFixed(0)} %`,
      Math.round(1e9 / nanoseconds).toLocaleString('en'),
      bytes.toFixed(0),
    ),
  )
  process.stdout.write(`${[line('', 'ns/step', 'spread', 'steps/s', 'bytes/step'), ...texts].join('\n')}\n`)
}

const { values } = parseArgs({ options: { out: { type: 'string' } } })
const rows = measureAll()
print(rows)
if (values.out !== undefined) {
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown' }
  writeFileSync(values.out, `${JSON.stringify({ machine, wanted: WANTED, rows }, null, 2)}\n`)
}
const reached = 1e9 / (rows[0]?.nanoseconds ?? Number.POSITIVE_INFINITY)
if (reached < WANTED) {
  process.stderr.write(`${Math.round(reached)} steps/s are fewer than the ${WANTED} wanted.\n`)
  process.exitCode = 1
}
