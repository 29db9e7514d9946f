import { uzbekLocaleName } from './uzbekNames'

/** Locales people commonly write to customers in. Any other valid tag can be typed instead. */
const common =
  'af am ar ar-EG ar-MA ar-SA az az-Cyrl be bg bn bs ca cs cy da de de-AT de-CH el en en-AU en-CA en-GB en-IE en-IN en-US es es-419 es-AR es-CL es-CO es-ES es-MX et eu fa fi fil fr fr-BE fr-CA fr-CH ga gl gu he hi hr hu hy id is it it-CH ja ka kk km kn ko ky lo lt lv mk ml mn mr ms mt my ne nb nl nl-BE nn pa pl ps pt pt-BR pt-PT ro ro-MD ru si sk sl so sq sr sr-Latn sv sv-FI sw ta te tg th tk tr uk ur uz uz-Cyrl vi yue zh-Hans zh-Hant zh-HK zh-TW zu'.split(
    ' ',
  )

/** The tag in its canonical form, or undefined where it is none. */
export function canonicalLocale(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

const displayNames = (language: string) =>
  new Intl.DisplayNames([language === 'uz' ? 'en' : language], { type: 'language', languageDisplay: 'dialect' })

export function localeName(locale: string, inLanguage: string) {
  const tag = canonicalLocale(locale)
  if (!tag) return locale
  const name = (inLanguage === 'uz' && uzbekLocaleName(tag)) || displayNames(inLanguage).of(tag) || tag
  return name.charAt(0).toLocaleUpperCase(inLanguage) + name.slice(1)
}

/** A choice for any tag that is valid and that `Intl` has a name for, however rare. */
export function typedLocale(typed: string, inLanguage: string) {
  const value = canonicalLocale(typed)
  const label = value && localeName(value, inLanguage)
  return value && label && label.toLowerCase() !== value.toLowerCase() ? { value, label, hint: value } : undefined
}

/** Choices for a picker, by name; `also` makes sure that what is already chosen is among them. */
export function localeOptions(inLanguage: string, also: readonly string[] = []) {
  return [...new Set([...common, ...also])]
    .map((value) => ({ value, label: localeName(value, inLanguage), hint: value }))
    .sort((a, b) => a.label.localeCompare(b.label, inLanguage))
}
