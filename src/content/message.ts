import { z } from 'zod'
import { canonicaliseLocale } from './locales.ts'

/** The parts of an e-mail that are written per locale, in the order in which a reader meets them. */
export const messageUnits = ['subject', 'preheader', 'body'] as const
export type MessageUnit = (typeof messageUnits)[number]

/** Units without which a message cannot be sent in a locale. */
export const requiredUnits = ['subject', 'body'] as const satisfies readonly MessageUnit[]

/** How long a unit may be, in UTF-16 units of its source. */
export const longestUnit = { subject: 1000, preheader: 1000, body: 50_000 } as const satisfies Record<
  MessageUnit,
  number
>

/** The texts of an e-mail in one locale; blank while it is not written yet. The body is plain text, see `markup.ts`. */
export const emailText = z.strictObject({
  subject: z.string().max(longestUnit.subject),
  preheader: z.string().max(longestUnit.preheader),
  body: z.string().max(longestUnit.body),
})
export type EmailText = z.infer<typeof emailText>

const localeTag = z.string().refine((tag) => canonicaliseLocale(tag).locale === tag, { error: 'localeInvalid' })

/** An e-mail's texts by canonical locale. */
export const emailContent = z.record(localeTag, emailText)
export type EmailContent = z.infer<typeof emailContent>

export interface LocaleCompleteness {
  locale: string
  state: 'missing' | 'partial' | 'complete'
  /** The required units that are blank. */
  missing: MessageUnit[]
}

/** How far the message is written in each of these locales. A preheader is welcome but not required. */
export function completeness(content: EmailContent, locales: readonly string[]): LocaleCompleteness[] {
  return locales.map((locale) => {
    const text = textIn(content, locale)
    const missing = requiredUnits.filter((unit) => isBlank(text?.[unit]))
    if (missing.length === 0) return { locale, state: 'complete', missing }
    return { locale, state: messageUnits.every((unit) => isBlank(text?.[unit])) ? 'missing' : 'partial', missing }
  })
}

/** The locales in which the message can be sent whole, sorted, so that a choice among them never depends on their order. */
export const availableLocales = (content: EmailContent): string[] =>
  Object.keys(content)
    .filter((locale) => requiredUnits.every((unit) => !isBlank(content[locale]?.[unit])))
    .sort()

/** The texts in exactly this locale. */
export const textIn = (content: EmailContent, locale: string): EmailText | undefined =>
  Object.hasOwn(content, locale) ? content[locale] : undefined

const isBlank = (text: string | undefined): boolean => !text?.trim()
