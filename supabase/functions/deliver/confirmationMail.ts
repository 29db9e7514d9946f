import process from 'node:process'
import { escapeHtml } from '../../../src/content/emailHtml.ts'
import { fillWords, systemWordsFor } from '../../../src/content/systemWords.ts'
import { htmlText } from '../_shared/contactPage.ts'
import { senderAddress } from '../_shared/mailer.ts'
import { signToken } from '../_shared/signedToken.ts'
import { nameOfTopic } from '../_shared/topicNames.ts'
import type { Mail } from './composeEmail.ts'
import type { Confirmation } from './sendConfirmations.ts'

const BUTTON =
  'display:inline-block;padding:12px 20px;border-radius:8px;background:#1c1917;color:#ffffff;text-decoration:none'

/** The mail that asks a contact to confirm a subscription, in their language, else the workspace's. */
export function confirmationMail(row: Confirmation, to: string): Mail {
  const words = systemWordsFor(row.locale ?? row.source_locale)
  const { subject, body, button, note } = words.confirmation
  const topic = nameOfTopic({ name: row.topic_name, translations: row.topic_translations }, row.locale, words.locale)
  const names = { workspace: row.workspace_name, email: to, topic }
  const link = linkTo({ w: row.workspace_id, c: row.contact_id, t: row.topic, e: to, l: words.locale })
  return {
    from: { name: row.workspace_name, address: senderAddress },
    to,
    subject: fillWords(subject, names).replace(/\s+/g, ' '),
    text: [fillWords(body, names), link, note].join('\n\n'),
    html: `<!doctype html><html lang="${words.locale}" dir="${words.dir}"><body style="font:16px/1.6 sans-serif"><p>${htmlText(body, names)}</p><p><a href="${escapeHtml(link)}" style="${BUTTON}">${escapeHtml(button)}</a></p><p>${escapeHtml(note)}</p></body></html>`,
    messageId: `<${crypto.randomUUID()}@${senderAddress.split('@')[1] ?? 'localhost'}>`,
    headers: {},
  }
}

const linkTo = (link: { w: string; c: number; t: string; e: string; l: string }): string =>
  `${process.env.PUBLIC_URL ?? process.env.SUPABASE_URL}/functions/v1/confirm/${signToken(link)}`
