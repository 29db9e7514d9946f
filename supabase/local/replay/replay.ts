import { z } from 'zod'
import type { Call } from './readCalls.ts'

export interface ReplayInput {
  url: string
  writeKey: string
  secretKey: string
  /** In the order of time. */
  calls: readonly Call[]
  /** Up to when time goes on after the last event; long enough for every wait to end unless said otherwise. */
  until?: number
  onProgress?: (done: number, at: number) => void
}

export interface ReplayReport {
  events: number
  steps: number
  sent: number
  ingestSeconds: number
  tickSeconds: number
  deliverSeconds: number
}

const BATCH = 500
const DAY = 86_400_000
const AFTERWARDS = 400 * DAY

const ingested = z.object({ accepted: z.int(), rejected: z.array(z.unknown()).max(0) })
const ticked = z.object({ steps: z.int(), failed: z.int().max(0), isDone: z.boolean() })
const delivered = z.object({ sent: z.int(), isDone: z.boolean() })

/**
 * Lives through recorded events with the clock moved along: day by day they go through the real ingest function, then what
 * is due runs and what is queued is sent. Stops at the first call that is refused.
 */
export async function replay(input: ReplayInput): Promise<ReplayReport> {
  const report: ReplayReport = { events: 0, steps: 0, sent: 0, ingestSeconds: 0, tickSeconds: 0, deliverSeconds: 0 }
  let done = 0
  for (const day of daysOf(input.calls)) {
    const at = day.at(-1)?.at ?? 0
    report.ingestSeconds += await timed(async () => {
      for (let start = 0; start < day.length; start += BATCH) {
        const batch = day.slice(start, start + BATCH).map(({ body }) => body)
        report.events += ingested.parse(await post(input, '/v1/batch', at, { batch })).accepted
      }
    })
    await runAndSend(input, at, report)
    done += day.length
    input.onProgress?.(done, at)
  }
  await runAndSend(input, input.until ?? (input.calls.at(-1)?.at ?? 0) + AFTERWARDS, report)
  return report
}

async function runAndSend(input: ReplayInput, at: number, report: ReplayReport) {
  report.tickSeconds += await timed(() =>
    untilDone(async () => {
      const { steps, isDone } = ticked.parse(await post(input, '/functions/v1/tick', at))
      report.steps += steps
      return isDone
    }),
  )
  report.deliverSeconds += await timed(() =>
    untilDone(async () => {
      const { sent, isDone } = delivered.parse(await post(input, '/functions/v1/deliver', at))
      report.sent += sent
      return isDone
    }),
  )
}

async function untilDone(once: () => Promise<boolean>) {
  while (!(await once()));
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

function* daysOf(calls: readonly Call[]): Generator<Call[]> {
  let day: Call[] = []
  for (const call of calls) {
    const [first] = day
    if (first && Math.floor(first.at / DAY) !== Math.floor(call.at / DAY)) {
      yield day
      day = []
    }
    day.push(call)
  }
  if (day.length > 0) yield day
}

async function post(
  { url, writeKey, secretKey }: ReplayInput,
  path: string,
  at: number,
  body?: unknown,
): Promise<unknown> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: {
      apikey: secretKey,
      'x-perennial-clock': new Date(at).toISOString(),
      'content-type': 'application/json',
      ...(body !== undefined && { authorization: `Basic ${btoa(`${writeKey}:`)}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 500)}`)
  return JSON.parse(text)
}
