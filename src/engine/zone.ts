const known = new Map<string, boolean>()

/** Says whether a text names an IANA time zone this platform knows. */
export function isZone(zone: string): boolean {
  const answer = known.get(zone) ?? canFormat(zone)
  if (known.size < 2000) known.set(zone, answer)
  return answer
}

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
