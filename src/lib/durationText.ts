const units = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const
export type DurationUnit = (typeof units)[number]

/** Read here by hand: the calendar library is 19 kB that the first screen can do without. */
const iso8601 =
  /^P(?:(?<year>\d+)Y)?(?:(?<month>\d+)M)?(?:(?<week>\d+)W)?(?:(?<day>\d+)D)?(?:T(?:(?<hour>\d+)H)?(?:(?<minute>\d+)M)?(?:(?<second>\d+)S)?)?$/

/** Chromium carries no Uzbek and would answer in English; the language has no plural forms to mind. */
export const uzbekUnits: Record<DurationUnit, string> = {
  year: 'yil',
  month: 'oy',
  week: 'hafta',
  day: 'kun',
  hour: 'soat',
  minute: 'daqiqa',
  second: 'soniya',
}

/** An ISO 8601 duration in the words of a language: `PT36H` is "36 hours", `P1DT2H` "1 day, 2 hours". */
export function durationText(iso: string, language: string): string {
  const lasting = iso8601.exec(iso)?.groups
  if (!lasting) throw new RangeError(`Not a duration: ${iso}`)
  const parts = units.map((unit) => ({ unit, amount: Number(lasting[unit] ?? 0) })).filter(({ amount }) => amount !== 0)
  if (language === 'uz') return parts.map(({ unit, amount }) => `${amount} ${uzbekUnits[unit]}`).join(' ')
  const texts = parts.map(({ unit, amount }) => inUnit(unit, language).format(amount))
  return new Intl.ListFormat(language, { type: 'unit', style: 'long' }).format(texts)
}

/** The name of a unit as it stands beside an amount, for a choice of units: "day" or "days", "zile" or "de zile". */
export function unitName(unit: DurationUnit, amount: number, language: string): string {
  if (language === 'uz') return uzbekUnits[unit]
  const parts = inUnit(unit, language).formatToParts(amount)
  return parts.find(({ type }) => type === 'unit')?.value ?? unit
}

const inUnit = (unit: DurationUnit, language: string) =>
  new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' })
