const ALLOWED = new Set(['http:', 'https:', 'mailto:'])
const LONGEST_URL = 4000

/** The normal form of an http, https or mailto address; null for any other scheme and for what is no address. */
export function safeUrl(address: string): string | null {
  if (address.length > LONGEST_URL) return null
  try {
    const url = new URL(address.trim())
    return ALLOWED.has(url.protocol) ? url.href : null
  } catch {
    return null
  }
}
