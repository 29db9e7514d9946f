/** How many characters a reader sees: an emoji or a letter with its marks counts as one. */
export const countGraphemes = (text: string, locale: string): number =>
  [...new Intl.Segmenter(locale, { granularity: 'grapheme' }).segment(text)].length
