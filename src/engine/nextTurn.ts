import type { Sent } from '../audience/facts.ts'
import { addDuration } from './duration.ts'
import { nextInWindow, type TimeWindow } from './localTime.ts'
import type { QuietHours, SendingPolicy } from './policy.ts'

/** Why a message is held back for now. */
export type HoldReason = 'frequencyCap' | 'quietHours' | 'sendWindow'

/** A message that is to go out, and all that may hold it back. */
export interface SendingWish {
  capClass: string
  /** The message's own hours. */
  window?: TimeWindow | undefined
  /** What the contact is sent besides, earlier or later. */
  sends: readonly Sent[]
  policy: Pick<SendingPolicy, 'quietHours' | 'caps'>
  zone: string
}

/** When a message may go out, and what held it back first, if anything did. */
export interface Turn {
  at: number
  because?: HoldReason
}

/** Enough for a month of mornings; whoever comes to it looks again then, which is late but never lost. */
const MOST_HOLDS = 60

/**
 * The first instant at or after another, both in epoch milliseconds, at which caps, quiet hours and window all let a message
 * go. Where no such instant is found within a month, as when a window lies in the quiet hours, it is one to look again at.
 * Nothing where the window has no hours or no days.
 */
export function nextTurn(wish: SendingWish, at: number): Turn | undefined {
  let turn: Turn = { at }
  for (let holds = 0; holds < MOST_HOLDS; holds += 1) {
    const hold = holdAt(wish, turn.at)
    if (hold === 'never') return undefined
    if (!hold) return turn
    turn = { at: hold.at, because: turn.because ?? hold.because }
  }
  return turn
}

type Hold = { at: number; because: HoldReason }

function holdAt({ capClass, window, sends, policy, zone }: SendingWish, at: number): Hold | 'never' | undefined {
  const counted = sends.filter((sent) => sent.capClass === capClass).map((sent) => sent.at)
  for (const cap of policy.caps) {
    const free = cap.capClass === capClass ? nextFree(counted, { ...cap, zone }, at) : at
    if (free > at) return { at: free, because: 'frequencyCap' }
  }
  if (policy.quietHours && capClass !== 'urgent') {
    const loud = nextLoud(policy.quietHours, at, zone)
    if (loud > at) return { at: loud, because: 'quietHours' }
  }
  if (!window) return undefined
  const open = nextInWindow(window, at, zone)
  if (open === undefined) return 'never'
  return open > at ? { at: open, because: 'sendWindow' } : undefined
}

/** The first instant at or after another that is outside the quiet hours. */
export function nextLoud({ from, to }: QuietHours, at: number, zone: string): number {
  return nextInWindow({ from: to, to: from, overnight: true }, at, zone) ?? at
}

interface RollingCap {
  most: number
  per: string
  zone: string
}

/**
 * The first instant at or after another at which one more message keeps the cap: no `most + 1` of them, those to come
 * included, lie within `per`. A place is free again exactly `per` after the message that took it.
 */
export function nextFree(sends: readonly number[], cap: RollingCap, at: number): number {
  if (keeps(sends, cap, at)) return at
  const freed = sends.map((sent) => addDuration(sent, cap.per, cap.zone)).filter((instant) => instant > at)
  return freed.toSorted((a, b) => a - b).find((instant) => keeps(sends, cap, instant)) ?? at
}

function keeps(sends: readonly number[], { most, per, zone }: RollingCap, at: number): boolean {
  if (sends.length < most) return true
  const before = sends.filter((sent) => sent <= at).toSorted((a, b) => a - b)
  const after = sends.filter((sent) => sent > at).toSorted((a, b) => a - b)
  const around = [...before.slice(-most), at, ...after.slice(0, most)]
  return around.every((first, index) => {
    const last = around[index + most]
    return last === undefined || addDuration(first, per, zone) <= last
  })
}
