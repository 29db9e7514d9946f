import { boundedCache } from './boundedCache.ts'
import { localeParents } from './localeParents.ts'
import { canonicaliseLocale } from './locales.ts'

/**
 * Why a message went out in its locale. `exact`: the tag asked for. `equivalent`: the same language, script and region
 * written differently (`pt-BR` and `pt`, `nb` and `no`). `parent`: a more general tag of the same language.
 * `workspaceFallback`: a locale of the workspace's chain. `source`: the workspace's source locale.
 */
export type LocaleReason = 'exact' | 'equivalent' | 'parent' | 'workspaceFallback' | 'source'

/** The locale a message is sent in, spelled as it was offered; `wanted` is canonical, null if missing or invalid. */
export type ChosenLocale =
  | { locale: string; because: LocaleReason; wanted: string | null }
  | { locale: null; because: 'nothingAvailable'; wanted: string | null }

export interface LocaleChoice {
  /** The contact's locale as it was stored, in any spelling, also rubbish or nothing. */
  wanted: unknown
  /** Locales in which the whole message is there. */
  available: readonly string[]
  /** The workspace's chain per locale; `*` is the chain of everybody for whom no other is written. */
  fallbacks?: Readonly<Record<string, readonly string[]>>
  source: string
}

const chains = boundedCache<string, readonly string[]>(2000)
const identities = boundedCache<string, string>(2000)

/**
 * Chooses one locale for a whole message: RFC 4647 lookup over CLDR parents, then the workspace's chain, then the
 * source. Regions of a language are never taken for one another, and neither are its scripts.
 */
export function chooseLocale({ wanted, available, fallbacks = {}, source }: LocaleChoice): ChosenLocale {
  const tag = canonicaliseLocale(wanted).locale
  const line = tag ? lookupChain(tag) : []

  for (const step of line) {
    const locale = find(step, available)
    if (locale !== undefined) return { locale, because: reason(locale, tag, step), wanted: tag }
  }
  for (const step of workspaceChain(line, fallbacks)) {
    const locale = find(step, available)
    if (locale !== undefined) return { locale, because: 'workspaceFallback', wanted: tag }
  }
  const locale = find(source, available)
  if (locale !== undefined) return { locale, because: 'source', wanted: tag }
  return { locale: null, because: 'nothingAvailable', wanted: tag }
}

/** The tag and its parents, nearest first: `es-MX es-419 es`; `zh-TW zh-Hant`. The tag must be canonical. */
export function lookupChain(tag: string): readonly string[] {
  return chains(tag, () => {
    const line: string[] = []
    for (let step: string | undefined = tag; step && line.length < 8; step = parentOf(step)) line.push(step)
    return line
  })
}

function parentOf(tag: string): string | undefined {
  const locale = new Intl.Locale(tag)
  if (locale.baseName !== tag) return locale.baseName

  const { language, script, region } = locale.maximize()
  const withoutVariants = [language, locale.script, locale.region].filter(Boolean).join('-')
  if (withoutVariants !== tag) return withoutVariants

  const written = script && script !== new Intl.Locale(language).maximize().script ? `${language}-${script}` : language
  if (locale.region) return localeParents.get(`${written}-${region}`) ?? written
  if (locale.script) return written === tag ? undefined : written
  return localeParents.get(tag)
}

function find(step: string, available: readonly string[]): string | undefined {
  if (available.includes(step)) return step
  return available.find((offered) => canonicaliseLocale(offered).locale === step) ?? available.find(isLike(step))
}

const isLike = (step: string) => (offered: string) => identityOf(offered) === identityOf(step)

/** Tags with the same identity mean the same language, script and region by CLDR's likely subtags. */
function identityOf(tag: string): string {
  return identities(tag, () => {
    const { locale } = canonicaliseLocale(tag)
    if (!locale) return tag
    const least = new Intl.Locale(new Intl.Locale(locale).baseName).maximize().minimize().toString()
    return least === 'nb' ? 'no' : least
  })
}

function reason(locale: string, wanted: string | null, step: string): LocaleReason {
  if (canonicaliseLocale(locale).locale === wanted) return 'exact'
  return identityOf(wanted ?? '') === identityOf(step) ? 'equivalent' : 'parent'
}

function workspaceChain(line: readonly string[], fallbacks: Readonly<Record<string, readonly string[]>>) {
  const keys = Object.keys(fallbacks)
  const own = line.map((step) => find(step, keys)).find((key) => key !== undefined)
  return fallbacks[own ?? '*'] ?? []
}
