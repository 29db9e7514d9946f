import { type Weekday, weekdays } from '../engine/weekday.ts'
import { listText } from './listText'

type Length = 'long' | 'short'

/** Chromium carries no Uzbek and would answer in English; this is how CLDR 48 has it. */
const uzbek: Record<Length, readonly string[]> = {
  long: ['dushanba', 'seshanba', 'chorshanba', 'payshanba', 'juma', 'shanba', 'yakshanba'],
  short: ['Dush', 'Sesh', 'Chor', 'Pay', 'Jum', 'Shan', 'Yak'],
}

/** The name of a day of the week in a language. */
export function weekdayName(day: Weekday, language: string, length: Length = 'long'): string {
  const index = weekdays.indexOf(day)
  if (language === 'uz') return uzbek[length][index] ?? day
  // 5 January 2026 is a Monday.
  return new Intl.DateTimeFormat(language, { weekday: length, timeZone: 'UTC' }).format(Date.UTC(2026, 0, 5 + index))
}

/** Days in the order of the week: "Tuesday or Friday", and "Monday–Friday" for three or more in a row. */
export function weekdaysText(days: readonly Weekday[], language: string): string {
  const inOrder = weekdays.filter((day) => days.includes(day))
  const names = inOrder.map((day) => weekdayName(day, language))
  const [first, last] = [inOrder[0], inOrder.at(-1)]
  const isRow = first && last && weekdays.indexOf(last) - weekdays.indexOf(first) === inOrder.length - 1
  if (isRow && inOrder.length > 2) return `${names[0]}–${names.at(-1)}`
  return listText(names, 'disjunction', language)
}
