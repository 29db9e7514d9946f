import { chooseLocale } from './chooseLocale.ts'
import { type Direction, directionOf } from './locales.ts'
import { type SystemWordsText, systemWordTexts } from './systemWordTexts.ts'

/** The system's own words in a message or on a page a contact sees, with the language they are in. */
export interface SystemWords extends SystemWordsText {
  locale: string
  dir: Direction
}

const spoken = Object.keys(systemWordTexts)

/**
 * The system's words for a message in this locale, chosen by the rule for messages; English where the language is not
 * among ours. They carry their own locale, because a German message may have an English footer.
 */
export function systemWordsFor(wanted: unknown): SystemWords {
  const locale = chooseLocale({ wanted, available: spoken, source: 'en' }).locale ?? 'en'
  return { ...(systemWordTexts[locale] ?? systemWordTexts.en), locale, dir: directionOf(locale) }
}

/** Fills the `{name}` places of a text with values that were made safe for where the text goes. */
export const fillWords = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? '') : place))
