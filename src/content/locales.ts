import { boundedCache } from './boundedCache.ts'
import { type ContentIssue, warns } from './issue.ts'

/** The writing direction of a language, as in HTML's `dir`. */
export type Direction = 'ltr' | 'rtl'

/** A canonical tag, or the reason why there is none. */
export type CanonicalLocale = { locale: string; issue?: undefined } | { locale: null; issue: ContentIssue }

const LONGEST_TAG = 80
const POSIX_SCRIPTS: Record<string, string> = { latin: 'Latn', cyrillic: 'Cyrl', arabic: 'Arab' }
const RIGHT_TO_LEFT_SCRIPTS = new Set(
  'Adlm Arab Aran Armi Avst Chrs Cprt Elym Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb Nbat Nkoo Orkh Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sogd Sogo Syrc Thaa Yezi'.split(
    ' ',
  ),
)

const known = boundedCache<string, CanonicalLocale>(2000)

/**
 * The canonical BCP 47 form of a tag a person or a program wrote: `en_US`, `EN-us`, `sr_RS.UTF-8@latin` are accepted,
 * deprecated codes are replaced (`iw` is `he`). Anything else gives an issue; it never throws.
 */
export function canonicaliseLocale(written: unknown): CanonicalLocale {
  if (typeof written !== 'string' || written.length > LONGEST_TAG) {
    return invalid(typeof written === 'string' ? `${written.slice(0, LONGEST_TAG)}…` : typeof written)
  }
  return known(written, () => canonicalise(written))
}

function canonicalise(written: string): CanonicalLocale {
  try {
    const [locale] = Intl.getCanonicalLocales(withoutPosix(written.trim()))
    // Intl accepts `english` as a well-formed tag, but no language has a code longer than three letters.
    return locale && /^[a-z]{2,3}(-|$)/.test(locale) && !locale.startsWith('und') ? { locale } : invalid(written)
  } catch {
    return invalid(written)
  }
}

function withoutPosix(tag: string): string {
  const [name = '', modifier = ''] = tag.split('@')
  const [language = '', ...rest] = name
    .replace(/\.[\w-]*$/, '')
    .replaceAll('_', '-')
    .split('-')
  const script = POSIX_SCRIPTS[modifier.toLowerCase()]
  return [language, ...(script ? [script] : []), ...rest].join('-')
}

const invalid = (tag: string): CanonicalLocale => ({ locale: null, issue: warns('localeInvalid', { tag }) })

/** The direction in which a locale is written; left to right where the script is not known. */
export function directionOf(locale: string): Direction {
  const { locale: canonical } = canonicaliseLocale(locale)
  const script = canonical ? new Intl.Locale(canonical).maximize().script : undefined
  return script && RIGHT_TO_LEFT_SCRIPTS.has(script) ? 'rtl' : 'ltr'
}

/** The name of a locale in another (or, by default, in its own) language; the tag itself where no name is known. */
export function localeName(locale: string, inLocale: string = locale): string {
  const { locale: canonical } = canonicaliseLocale(locale)
  const { locale: display } = canonicaliseLocale(inLocale)
  if (!canonical) return locale
  return new Intl.DisplayNames([display ?? 'en'], { type: 'language' }).of(canonical) ?? canonical
}

/** Says whether the language has a name in CLDR, as English and Klingon have and `qqq` has not. */
export function isKnownLocale(locale: string): boolean {
  const { locale: canonical } = canonicaliseLocale(locale)
  if (!canonical) return false
  return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(canonical) !== undefined
}
