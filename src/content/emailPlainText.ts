import { isolate, isolateUrl, withBaseDirection } from './isolate.ts'
import type { Direction } from './locales.ts'
import type { Inline, Paragraph } from './markup.ts'
import { fillWords, type SystemWords } from './systemWords.ts'

interface PlainTextParts {
  dir: Direction
  paragraphs: readonly Paragraph[]
  words: SystemWords
  workspaceName: string
  unsubscribe: string | null
}

/** The plain-text part: the same paragraphs, links as `label <address>`, and the footer. */
export function emailPlainText({ dir, paragraphs, words, workspaceName, unsubscribe }: PlainTextParts): string {
  const body = paragraphs.map((paragraph) => withBaseDirection(inlinesText(paragraph, dir).trim(), dir))
  const reason = fillWords(words.footer.reason, { workspace: isolate(workspaceName, words.dir) })
  const leave = unsubscribe ? [`${words.footer.unsubscribe} ${isolateUrl(unsubscribe, words.dir)}`] : []
  const footer = withBaseDirection([reason, ...leave].join('\n'), words.dir)
  return `${[...body, `-- \n${footer}`].join('\n\n')}\n`
}

const inlinesText = (inlines: readonly Inline[], dir: Direction): string =>
  inlines.map((inline) => inlineText(inline, dir)).join('')

function inlineText(inline: Inline, dir: Direction): string {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'value':
      return isolate(inline.text, dir)
    case 'link': {
      const address = isolateUrl(inline.url, dir)
      return isBare(inline.label) ? address : `${inlinesText(inline.label, dir)} ${address}`
    }
  }
}

/** A label that is itself an address says nothing that the address does not. */
const isBare = ([first, ...rest]: readonly Inline[]): boolean =>
  rest.length === 0 && first !== undefined && first.kind !== 'link' && /^https?:\/\/\S+$/.test(first.text)
