import type { Marked } from './liquid.ts'
import { MARK } from './liquidRenderer.ts'

/** A piece of a paragraph. `value` came from data and is isolated where it is put; a link's url may be anything. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'value'; text: string }
  | { kind: 'link'; url: string; label: Inline[] }
export type Paragraph = Inline[]

// A label, an address in brackets; or an address that stands by itself. Lengths are bounded so that the search is.
const linkOrUrl = /\[([^[\]\n]{1,500})\]\(((?:[^()\s]|\([^()\s]{0,200}\)){1,2000})\)|\bhttps?:\/\/[^\s<>"]{1,2000}/g
const TRAILING = '.,;:!?)]\'"»”’،؛؟'

/**
 * Reads a rendered body: paragraphs are parted by blank lines, `[label](https://…)` and bare addresses are links, all
 * else is text. Only what the author wrote is read so; a value is a value, whatever it holds.
 */
export function parseMarkup({ text, values }: Marked): Paragraph[] {
  const next = valueReader(values)
  return text
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .map((paragraph) => parseInline(paragraph.trim(), next))
    .filter((paragraph) => paragraph.some(isVisible))
}

/** The text with every mark replaced by its value, in the form the place needs. */
export function fillMarks({ text, values }: Marked, form: (value: string) => string): string {
  const next = valueReader(values)
  return text.replaceAll(MARK, () => form(next()))
}

/** Marks are met in the order in which the values were written, so a counter is all it takes. */
function valueReader(values: readonly string[]): () => string {
  let index = 0
  return () => values[index++] ?? ''
}

function parseInline(text: string, next: () => string): Inline[] {
  const inlines: Inline[] = []
  let end = 0
  for (const match of text.matchAll(linkOrUrl)) {
    inlines.push(...plain(text.slice(end, match.index), next))
    const [whole, label, address] = match
    const bare = address === undefined ? withoutTrailing(whole) : whole
    const shown = label === undefined ? null : plain(label, next)
    const url = resolve(address ?? bare, next)
    inlines.push({ kind: 'link', url, label: shown ?? [{ kind: 'value', text: url }] })
    end = match.index + bare.length
  }
  inlines.push(...plain(text.slice(end), next))
  return inlines
}

/** A sentence's marks after an address are not part of it, except a bracket that the address itself opened. */
function withoutTrailing(address: string): string {
  let end = address.length
  for (; end > 0; end--) {
    const last = address[end - 1] ?? ''
    if (!TRAILING.includes(last)) break
    if (last === ')' && address.lastIndexOf('(', end) >= 0) break
  }
  return address.slice(0, end)
}

/** Values are encoded within an address, so that they cannot add parameters or change the host; one that begins it is the address. */
function resolve(address: string, next: () => string): string {
  const isMailto = address.startsWith('mailto:')
  return address.replaceAll(MARK, (_mark, offset: number) => {
    const value = next()
    if (offset === 0) return value.trim()
    const encoded = encodeURIComponent(value)
    return isMailto ? encoded.replaceAll('%40', '@') : encoded
  })
}

function plain(text: string, next: () => string): Inline[] {
  return text
    .split(MARK)
    .flatMap((piece, index): Inline[] => [
      ...(index > 0 ? [{ kind: 'value' as const, text: next() }] : []),
      ...(piece ? [{ kind: 'text' as const, text: piece }] : []),
    ])
}

const isVisible = (inline: Inline): boolean => inline.kind === 'link' || inline.text.trim() !== ''
