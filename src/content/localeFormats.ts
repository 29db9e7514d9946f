import { intlFormats } from './intlFormats.ts'
import { neutralFormats } from './neutralFormats.ts'
import { uzbekFormats } from './uzbekFormats.ts'

/** How long a date or time is written; Intl's four styles. */
export const formatStyles = ['short', 'medium', 'long', 'full'] as const
export type FormatStyle = (typeof formatStyles)[number]

export interface Instant {
  epochMilliseconds: number
  /** An IANA zone that exists. */
  zone: string
  dateStyle?: FormatStyle
  timeStyle?: FormatStyle
}

/** How one locale writes numbers, money (the currency exists) and moments. */
export interface LocaleFormats {
  number: (value: number) => string
  money: (amount: number, currency: string) => string
  moment: (moment: Instant) => string
}

/**
 * Languages whose formats every engine carries. Chromium and Deno leave out many that Node and Firefox have, and give
 * English or `2026 M03 3` instead; the preview in a browser and the mail from a function would then differ.
 */
const shared = new Set(
  'af am ar bg bn ca cs da de el en es et fa fi fil fr gu he hi hr hu id it ja kn ko lt lv ml mr ms nb nl no pl pt ro ru sk sl sr sv sw ta te th tr uk ur vi zh'.split(
    ' ',
  ),
)
const sharedScripts = new Set(['zh-Hant', 'sr-Latn'])

/** The formats of a canonical locale: Intl's where every engine has them, our own for Uzbek, else neutral ones. */
export function localeFormats(locale: string): LocaleFormats {
  const { language, script } = new Intl.Locale(locale).maximize()
  if (language === 'uz' && script === 'Latn') return uzbekFormats
  const isUsual = script === new Intl.Locale(language).maximize().script || sharedScripts.has(`${language}-${script}`)
  return shared.has(language) && isUsual ? intlFormats(locale) : neutralFormats
}
