import { type TimeWindow, windowAsRead } from './localTime.ts'
import type { QuietHours } from './policy.ts'

const DAY_MINUTES = 1440

/** Says whether a window has hours and all of them lie in the quiet hours, so that what waits for both waits for ever. */
export function isAlwaysQuiet(window: TimeWindow, { from, to }: QuietHours): boolean {
  const read = windowAsRead(window)
  if (!read) return false
  const open = minutes(read.from)
  const lasting = minutes(read.to) - open + (read.endsNextDay ? DAY_MINUTES : 0)
  const quietFor = modulo(minutes(to) - minutes(from))
  return modulo(open - minutes(from)) + lasting <= quietFor
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

const modulo = (count: number): number => ((count % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES
