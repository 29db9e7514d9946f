import { isZone } from '../engine/zone.ts'
import { lastDateBeginning } from './writtenDate.ts'

/** Values that differ by the contact's zone, as SQL expressions. */
export interface Zoned {
  /** An instant, a `timestamptz`. */
  instant: (at: (zone: string) => number) => string
  /** The last plain date that begins before an instant or, if `orAt`, no later; a text. */
  lastDate: (at: (zone: string) => number, orAt: boolean) => string
  /** A list of texts, as jsonb. */
  texts: (of: (zone: string) => string[]) => string
}

interface Zones {
  zone: string
  zones: readonly string[]
  contact: string
}

/** Looks values up by the contact's zone in one parameter; zones that are missing or not valid have the one of the setting. */
export function zoned({ zone, zones, contact }: Zones, bind: (value: string) => string): Zoned {
  const valid = [...new Set(zones)].filter(isZone)
  const lookUp = (of: (zone: string) => unknown) => {
    const byZone = bind(JSON.stringify(Object.fromEntries([['', of(zone)], ...valid.map((each) => [each, of(each)])])))
    return `coalesce(${byZone}::jsonb -> ${contact}.time_zone, ${byZone}::jsonb -> '')`
  }
  return {
    instant: (at) => `(${lookUp((each) => instantText(at(each)))} #>> '{}')::timestamptz`,
    lastDate: (at, orAt) => `(${lookUp((each) => earlierDate(lastDateBeginning(at(each), each, orAt)))} #>> '{}')`,
    texts: lookUp,
  }
}

/** An instant for Postgres, which writes the year 10000, that 9999-12-31 reaches west of Greenwich, without a sign. */
export const instantText = (at: number): string => new Date(at).toISOString().replace(/^[+]0+/, '')

/** No plain date is later than this one. */
const earlierDate = (date: string): string => (date.startsWith('+') ? '9999-12-31' : date)
