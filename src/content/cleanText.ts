// Controls except tab and newline, and the Unicode line separators, which some mail programs show as boxes.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g
const bidiControls = /[\u202a-\u202e\u2066-\u2069]/g
const loneSurrogates = /\p{Cs}/gu

/** Text as it may stand in a mail: well-formed Unicode, lines ended by `\n`, no other control characters than tab. */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(controls, '')
    .replace(loneSurrogates, '\ufffd')

/** A value from data: clean, and without the directional controls by which it could reach beyond its own place. */
export const cleanValue = (text: string): string => cleanText(text).replace(bidiControls, '')

/** One line of text: a header can never be continued or followed by another. */
export const oneLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim()
