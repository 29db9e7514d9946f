import { z } from 'zod'
import type { Clock } from '../_shared/clock.ts'
import { toInstant } from '../_shared/now.ts'
import { AHEAD_AT_MOST, EARLIEST, type Item, itemOf, timeOf, type Warning } from './item.ts'
import { segmentCall } from './segmentCall.ts'
import { signalNames } from './signalNames.ts'
import { whyUnfit } from './whyUnfit.ts'

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
  if (data.type === 'track' && signalNames.has(data.event))
    return refusal(
      'invalid_call',
      `"${data.event}" is what Perennial itself says happened; send it under another name.`,
    )
  const unfit = whyUnfit(raw)
  if (unfit) return { refused: unfit }
  const at = timeOf(data, { ...clock, sentAt })
  if (at < EARLIEST) return refusal('invalid_call', 'Its time is before 1970.')
  if (at > clock.now + AHEAD_AT_MOST) return refusal('in_the_future', `${toInstant(at)} is more than an hour ahead.`)
  return { data, at }
}

const refusal = (code: Rejection['code'], message: string) => ({ refused: { code, message } })
