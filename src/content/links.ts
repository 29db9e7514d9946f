import { blocks, type ContentIssue, warns } from './issue.ts'
import type { Inline, Paragraph } from './markup.ts'
import { safeUrl } from './safeUrl.ts'

interface LinkRules {
  click?: (url: string) => string
  /** Stays as it is, and becomes a link also where it stands as a bare value: it is the system's, not the contact's. */
  unsubscribe: string
  report: (issue: ContentIssue) => void
}

/** Makes every address safe or takes the link away and keeps its words; leads web addresses through the click counter. */
export const resolveLinks = (paragraphs: readonly Paragraph[], rules: LinkRules): Paragraph[] =>
  paragraphs.map((paragraph) => paragraph.flatMap((inline) => resolveLink(inline, rules)))

function resolveLink(inline: Inline, rules: LinkRules): Inline[] {
  if (inline.kind === 'value' && inline.text !== '' && inline.text === rules.unsubscribe) {
    return resolveLink({ kind: 'link', url: inline.text, label: [inline] }, rules)
  }
  if (inline.kind !== 'link') return [inline]

  const url = safeUrl(inline.url)
  if (!url) {
    rules.report(warns('linkRefused', { url: inline.url.slice(0, 200) }))
    return inline.label
  }
  const counted = rules.click && inline.url !== rules.unsubscribe && !url.startsWith('mailto:')
  const target = counted && rules.click ? safeUrl(rules.click(url)) : url
  return [{ ...inline, url: target ?? url }]
}

const writtenLink = /\[[^[\]\n]{1,500}\]\((?!\s*\{[{%])([^\s(){}]{1,2000})/g

/** Links in a body's source whose address is written out and is none, as `[label](example.com)`. */
export const checkLinks = (source: string): ContentIssue[] =>
  [...source.matchAll(writtenLink)]
    .filter(([, address = '']) => !/^(?:https?:\/\/|mailto:)/i.test(address))
    .slice(0, 20)
    .map((match) => {
      const before = source.slice(0, match.index)
      const at = { line: before.split('\n').length, column: match.index - before.lastIndexOf('\n') }
      return blocks('linkRefused', { url: (match[1] ?? '').slice(0, 200) }, at)
    })
