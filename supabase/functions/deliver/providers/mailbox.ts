import { oneLine } from '../../../../src/content/cleanText.ts'

/** A name and an address as one line of text, which can be no more than that: RFC 5322. */
export const mailbox = ({ name, address }: { name: string; address: string }): string =>
  `"${oneLine(name).replace(/["\\]/g, '')}" <${address}>`
