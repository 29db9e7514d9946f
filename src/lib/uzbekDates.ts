import { uzbekUnits } from './durationText'

/** Chromium carries no Uzbek and would write `1970 M01 1`; this is how CLDR 48 has it, in the reader's own zone. */
const months = 'yan fev mar apr may iyn iyl avg sen okt noy dek'.split(' ')

export const uzbekDate = (date: Date) => `${date.getDate()}-${months[date.getMonth()]}, ${date.getFullYear()}`

export const uzbekDateTime = (date: Date) => `${uzbekDate(date)}, ${two(date.getHours())}:${two(date.getMinutes())}`

export function uzbekAgo(amount: number, unit: keyof typeof uzbekUnits) {
  if (amount === 0) return 'hozir'
  if (unit === 'day' && Math.abs(amount) === 1) return amount < 0 ? 'kecha' : 'ertaga'
  return amount < 0 ? `${-amount} ${uzbekUnits[unit]} oldin` : `${amount} ${uzbekUnits[unit]}dan keyin`
}

const two = (number: number) => String(number).padStart(2, '0')
