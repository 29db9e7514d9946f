import process from 'node:process'
import { z } from 'zod'
import { isLostDatabase } from '../_shared/lostDatabase.ts'
import { deliver } from '../deliver/deliver.ts'
import { computeSegment } from '../tick/computeSegment.ts'
import { runBatch } from '../tick/runBatch.ts'
import { runChecks } from '../tick/runChecks.ts'
import { runSchedules } from '../tick/runSchedules.ts'
import { takeSignals } from '../tick/takeSignals.ts'
import { dice } from './dice.ts'
import type { Said } from './said.ts'

/** Run as a program of its own, to be killed: works off whatever is due at the time it is told, in small batches. */
const order = z.object({ now: z.number(), seed: z.int() })

const say = (said: Said) => process.send?.(said)

// What `_shared/database.ts` does where functions run otherwise.
process.on('unhandledRejection', (error) => {
  if (!isLostDatabase(error)) throw error
})
process.on('disconnect', () => process.exit())
process.on('message', (told) => {
  const { now, seed } = order.parse(told)
  void workOff(now, dice(seed))
})
say({ is: 'ready' })

async function workOff(now: number, draw: () => number) {
  const clock = { now, isMoved: true }
  const size = () => 1 + Math.floor(draw() * 9)
  const phases: Record<string, () => Promise<number>> = {
    schedules: () => runSchedules(clock),
    signals: () => takeSignals(clock, size()),
    checks: () => runChecks(clock, size()),
    segments: async () => Number(await computeSegment(clock, 20)),
    run: async () => await moved(clock, size()),
    deliver: () => delivered(now),
  }
  let left = true
  while (left) {
    left = false
    for (const [phase, work] of Object.entries(phases)) {
      if (await isThereMore(phase, work)) left = true
    }
  }
  say({ is: 'idle', now })
}

let turn = 0

/** Works for one transaction or one call, and says so before and afterwards. A failure is the next turn's to repair. */
async function isThereMore(phase: string, work: () => Promise<number>): Promise<boolean> {
  turn += 1
  say({ is: 'begun', phase, turn })
  try {
    const count = await work()
    say({ is: 'done', phase, turn })
    return count > 0
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    say({ is: 'failed', phase, turn, code })
    await new Promise((resolve) => setTimeout(resolve, 20))
    return true
  }
}

async function moved(clock: { now: number; isMoved: boolean }, size: number): Promise<number> {
  const { enrollments, failed } = await runBatch(clock, size)
  if (failed > 0) throw new Error('A run failed')
  return enrollments
}

async function delivered(now: number): Promise<number> {
  const headers = { 'x-perennial-clock': new Date(now).toISOString() }
  const answer: unknown = await (await deliver(new Request('http://worker', { headers }))).json()
  const { sent, skipped, failed, retried } = report.parse(answer)
  return sent + skipped + failed + retried
}

const report = z.object({ sent: z.int(), skipped: z.int(), failed: z.int(), retried: z.int() })
