import { cleanValue, oneLine } from './cleanText.ts'
import { emailHtml } from './emailHtml.ts'
import { emailPlainText } from './emailPlainText.ts'
import { isolate, withBaseDirection } from './isolate.ts'
import { blocks, type ContentIssue, isBlocked } from './issue.ts'
import { issueList } from './issueList.ts'
import { resolveLinks } from './links.ts'
import { type Marked, mailScope, renderTemplate } from './liquid.ts'
import { type Direction, directionOf } from './locales.ts'
import { fillMarks, parseMarkup } from './markup.ts'
import { type EmailContent, type EmailText, type MessageUnit, textIn } from './message.ts'
import { safeUrl } from './safeUrl.ts'
import { type SystemWords, systemWordsFor } from './systemWords.ts'

export interface EmailToRender {
  content: EmailContent
  /** The locale chosen for this message; a key of `content`. */
  locale: string
  /** The locale's direction where the workspace has set one; else that of its script. */
  dir?: Direction
  /** The contact's attributes, also reachable without `contact.`. */
  contact: Readonly<Record<string, unknown>>
  /** The properties of the event by which the contact entered. */
  event?: Readonly<Record<string, unknown>> | null
  /** IANA time zone in which dates are written. */
  zone: string
  links: {
    unsubscribe: string
    /** The address of the open pixel. */
    open?: string
    /** The address that counts a click and leads on to `url`; must be http or https. */
    click?: (url: string) => string
  }
  footer: { workspaceName: string }
  /** The footer's words; by default those for `locale`. */
  systemWords?: SystemWords
}

export interface RenderedEmail {
  subject: string
  preheader: string
  html: string
  text: string
  /** What is wrong. With one that `blocks` the mail must not be sent. */
  issues: ContentIssue[]
}

/**
 * Renders one e-mail for one contact. Preview, test send and delivery call this same function: the same input gives the
 * same bytes, and no input makes it throw.
 */
export function renderEmail(input: EmailToRender): RenderedEmail {
  const { content, locale, links, footer } = input
  const dir = input.dir ?? directionOf(locale)
  const words = input.systemWords ?? systemWordsFor(locale)
  const { issues, add } = issueList()

  const { subject, preheader, body } = renderUnits(textIn(content, locale), input, dir, add)
  const paragraphs = resolveLinks(parseMarkup(body), {
    click: links.click,
    unsubscribe: links.unsubscribe,
    report: (issue) => add({ ...issue, at: { locale, unit: 'body' } }),
  })
  if (!isBlocked(issues)) {
    if (!subject) add(blocks('unitEmpty', {}, { locale, unit: 'subject' }))
    if (paragraphs.length === 0) add(blocks('unitEmpty', {}, { locale, unit: 'body' }))
  }
  const unsubscribe = safeUrl(links.unsubscribe)
  if (!unsubscribe) add(blocks('linkRefused', { url: links.unsubscribe.slice(0, 200) }))

  const workspaceName = oneLine(cleanValue(footer.workspaceName))
  const parts = { locale, dir, subject, preheader, paragraphs, words, workspaceName, unsubscribe }
  const open = links.open ? safeUrl(links.open) : null
  return { subject, preheader, html: emailHtml({ ...parts, open }), text: emailPlainText(parts), issues }
}

type Add = (issue: ContentIssue) => void

function renderUnits(text: EmailText | undefined, input: EmailToRender, dir: Direction, add: Add) {
  const { locale, zone, contact, event, links } = input
  if (!text) add(blocks('messageEmpty', { locale }))

  const scope = mailScope({ contact, event, unsubscribeUrl: links.unsubscribe })
  const render = (unit: MessageUnit): Marked => {
    const report = (issue: ContentIssue) => add({ ...issue, at: { locale, unit, ...issue.at } })
    return renderTemplate(text?.[unit] ?? '', { scope, locale, zone, report })
  }
  const line = (unit: MessageUnit): string =>
    withBaseDirection(oneLine(fillMarks(render(unit), (value) => isolate(oneLine(value), dir))), dir)

  return { subject: line('subject'), preheader: line('preheader'), body: render('body') }
}
