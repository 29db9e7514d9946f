import { boundedCache } from '../content/boundedCache.ts'

const known = boundedCache<string, boolean>(2000)

/** Says whether a text names a zone of the IANA database. Offsets such as `+03:00` are not zones: they know no clock changes. */
export const isZone = (zone: string): boolean => /^[A-Z]/i.test(zone) && known(zone, () => canFormat(zone))

function canFormat(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** The first of several zones that is there and valid; UTC where none is. Contact, then locale, then workspace. */
export const firstZone = (...zones: (string | null | undefined)[]): string =>
  zones.find((zone) => zone !== null && zone !== undefined && isZone(zone)) ?? 'UTC'
