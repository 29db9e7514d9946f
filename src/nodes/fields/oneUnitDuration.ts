import { Temporal } from 'temporal-polyfill'

export const offeredUnits = ['minute', 'hour', 'day', 'week', 'month'] as const
export type OfferedUnit = (typeof offeredUnits)[number]

interface OneUnit {
  amount: number
  unit: OfferedUnit
}

/** The amount and unit of an ISO 8601 duration; nothing for one made of several units, as `P1DT2H`. */
export function readDuration(iso: string): OneUnit | undefined {
  const lasting = Temporal.Duration.from(iso)
  return offeredUnits
    .map((unit) => ({ unit, amount: lasting[`${unit}s`] }))
    .find(({ unit, amount }) => amount > 0 && lasting.with({ [`${unit}s`]: 0 }).blank)
}

/** An amount of a unit as an ISO 8601 duration. */
export const writeDuration = ({ amount, unit }: OneUnit): string =>
  Temporal.Duration.from({ [`${unit}s`]: amount }).toString()

/** A whole number from 1 to a limit as a person writes it, in their own digits too; nothing for anything else. */
export function readWholeNumber(text: string, most: number): number | undefined {
  const digits = text
    .trim()
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
  const number = /^\d{1,6}$/.test(digits) ? Number(digits) : 0
  return number >= 1 && number <= most ? number : undefined
}
