import { Buffer } from 'node:buffer'
import { z } from 'zod'
import type { Clock } from '../_shared/clock.ts'
import { toInstant } from '../_shared/now.ts'
import { AHEAD_AT_MOST, EARLIEST, type Item, itemOf, timeOf, type Warning } from './item.ts'
import { segmentCall } from './segmentCall.ts'

const MOST_BYTES_PER_CALL = 32_768
const MOST_LEVELS = 100

/** Escapes that JSON allows and jsonb does not: U+0000 and surrogates without their other half. */
const unstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/i

/** Why a call of a batch was refused; the others went in. */
export interface Rejection {
  index: number
  code: 'invalid_call' | 'too_large' | 'in_the_future'
  message: string
}

export interface Judged {
  items: Item[]
  rejected: Rejection[]
  warnings: Warning[]
  now: number
}

/** Judges every call of a batch by itself, so that a bad one keeps no good one out. */
export function judge(calls: unknown[], { clock, sentAt }: { clock: Clock; sentAt: string | undefined }): Judged {
  const judged: Judged = { items: [], rejected: [], warnings: [], now: clock.now }
  for (const [index, raw] of calls.entries()) {
    const call = judgeOne(raw, { clock, sentAt })
    if ('refused' in call) {
      judged.rejected.push({ index, ...call.refused })
      continue
    }
    const { item, warnings } = itemOf(call.data, { index, at: call.at, now: clock.now })
    judged.items.push(item)
    judged.warnings.push(...warnings)
  }
  return judged
}

function judgeOne(raw: unknown, { clock, sentAt }: { clock: Clock; sentAt: string | undefined }) {
  const { data, error } = segmentCall.safeParse(raw)
  if (error) return refusal('invalid_call', z.prettifyError(error))
  const unfit = whyUnfit(raw)
  if (unfit) return unfit
  const at = timeOf(data, { ...clock, sentAt })
  if (at < EARLIEST) return refusal('invalid_call', 'Its time is before 1970.')
  if (at > clock.now + AHEAD_AT_MOST) return refusal('in_the_future', `${toInstant(at)} is more than an hour ahead.`)
  return { data, at }
}

const refusal = (code: Rejection['code'], message: string) => ({ refused: { code, message } })

/** What of a valid call could not be stored. Depth comes first: what follows goes down into the call level by level. */
function whyUnfit(raw: unknown) {
  if (isDeeperThan(MOST_LEVELS, raw)) return refusal('invalid_call', `It is nested deeper than ${MOST_LEVELS} levels.`)
  const text = JSON.stringify(raw)
  if (Buffer.byteLength(text) > MOST_BYTES_PER_CALL)
    return refusal('too_large', `A call takes ${MOST_BYTES_PER_CALL} bytes.`)
  if (unstorable.test(text)) return refusal('invalid_call', 'It contains a null character or half a character.')
  return undefined
}

function isDeeperThan(levels: number, value: unknown): boolean {
  let level = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > levels) return true
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []))
  }
  return false
}
