import { escapeHtml } from '../../../src/content/emailHtml.ts'
import { formatDate } from '../../../src/content/formats.ts'
import { fillWords } from '../../../src/content/systemWords.ts'
import { senderAddress } from '../_shared/mailer.ts'
import { toInstant } from '../_shared/now.ts'
import type { ClaimedDelivery } from './claimedDelivery.ts'
import type { Mail } from './composeEmail.ts'
import type { FilledTask } from './fillTask.ts'
import { taskWordsFor } from './taskWords.ts'

const BUTTON =
  'display:inline-block;padding:12px 20px;border-radius:8px;background:#1c1917;color:#ffffff;text-decoration:none'

/** The mail that hands a task to its person, in the workspace's source language. */
export function taskMail(row: ClaimedDelivery, task: FilledTask): Mail {
  const { words, locale, dir } = taskWordsFor(row.source_locale)
  const { title, note, link } = task
  const due = task.due === undefined ? '' : fillWords(words.due, { date: dateText(task.due, locale, task.zone) })
  const names = { contact: row.email ?? row.external_id ?? `#${row.contact_id}`, workspace: row.workspace_name }
  const intro = fillWords(words.intro, names)
  const footer = fillWords(words.footer, names)
  const paragraph = (text: string) =>
    text === '' ? '' : `<p style="white-space:pre-line" dir="auto">${escapeHtml(text)}</p>`
  return {
    from: { name: row.workspace_name, address: senderAddress },
    to: task.assignee,
    subject: [title, due].filter(Boolean).join(' · '),
    text: [intro, title, due, note, link, footer].filter(Boolean).join('\n\n'),
    html: `<!doctype html><html lang="${locale}" dir="${dir}"><body style="font:16px/1.6 sans-serif">${[
      paragraph(intro),
      `<h1 style="font-size:20px" dir="auto">${escapeHtml(title)}</h1>`,
      paragraph(due),
      paragraph(note),
      `<p><a href="${escapeHtml(link)}" style="${BUTTON}">${escapeHtml(words.button)}</a></p>`,
      `<p style="color:#57534e;font-size:14px">${escapeHtml(footer)}</p>`,
    ].join('')}</body></html>`,
    messageId: `<${row.id}@${senderAddress.split('@')[1] ?? 'localhost'}>`,
    headers: { 'X-Perennial-Delivery': `${row.workspace_id}/${row.id}` },
  }
}

const dateText = (at: number, locale: string, zone: string): string =>
  formatDate(toInstant(at), { locale, zone, dateStyle: 'full', timeStyle: 'short' }) ?? toInstant(at)
