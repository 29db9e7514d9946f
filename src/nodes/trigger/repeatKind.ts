import { weekdays } from '../../engine/weekday.ts'

/** How often a schedule comes, in the choices of the panel; all other rules are `custom`. */
export const repeatKinds = ['once', 'daily', 'weekdays', 'weekly', 'monthly', 'custom'] as const
export type RepeatKind = (typeof repeatKinds)[number]

const WORKING_DAYS = 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'
const monthly = /^FREQ=MONTHLY;BYMONTHDAY=(-1|[1-9]|[12]\d|3[01])$/

/** The last day of the month, whichever it is. */
export const LAST_DAY = -1

/** The choice that a rule is. */
export function repeatKind(repeat: string | undefined): RepeatKind {
  if (repeat === undefined) return 'once'
  if (repeat === 'FREQ=DAILY') return 'daily'
  if (repeat === WORKING_DAYS) return 'weekdays'
  if (repeat === 'FREQ=WEEKLY') return 'weekly'
  return monthly.test(repeat) ? 'monthly' : 'custom'
}

/** The rule of a choice, for a schedule with this start. `custom` goes on from the rule there was. */
export function repeatOf(kind: RepeatKind, { start, repeat }: { start: string; repeat?: string | undefined }) {
  switch (kind) {
    case 'once':
      return undefined
    case 'daily':
      return 'FREQ=DAILY'
    case 'weekdays':
      return WORKING_DAYS
    case 'weekly':
      return 'FREQ=WEEKLY'
    case 'monthly':
      return monthlyOn(Number(start.slice(8, 10)) || 1)
    case 'custom':
      return repeatKind(repeat) === 'custom' ? repeat : `${repeat ?? 'FREQ=DAILY'};INTERVAL=2`
  }
}

/** The rule that comes every month on a day. */
export const monthlyOn = (day: number): string => `FREQ=MONTHLY;BYMONTHDAY=${day}`

/** The day of the month on which a monthly rule comes. */
export const monthDayOf = (repeat: string | undefined): number => Number(monthly.exec(repeat ?? '')?.[1] ?? 1)

/** The day of the week of a local time. */
export const weekdayOf = (local: string) => weekdays[(new Date(`${local.slice(0, 10)}T00:00Z`).getUTCDay() + 6) % 7]
