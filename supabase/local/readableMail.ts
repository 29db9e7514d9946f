import { simpleParser } from 'mailparser'
import type { StoredMail } from './mailStore.ts'

export type ReadableMail = {
  id: number
  from: string
  to: string[]
  subject: string
  date: string
  headers: Record<string, string>
  text: string
  html: string
}

const parsed = new WeakMap<StoredMail, Promise<ReadableMail>>()

/** Parsed when first looked at, because most mails of a large run never are. */
export function readableMail(mail: StoredMail): Promise<ReadableMail> {
  const known = parsed.get(mail)
  if (known) return known
  const reading = parse(mail)
  parsed.set(mail, reading)
  return reading
}

async function parse(mail: StoredMail): Promise<ReadableMail> {
  const { from, subject, date, headerLines, text, html } = await simpleParser(Buffer.from(mail.raw, 'latin1'), {
    skipTextToHtml: true,
    skipImageLinks: true,
  })
  return {
    id: mail.id,
    from: from?.text ?? mail.from,
    to: mail.to,
    subject: subject ?? '',
    date: (date ?? new Date(mail.at)).toISOString(),
    headers: Object.fromEntries(headerLines.map(({ key, line }) => [key, unfold(line.slice(line.indexOf(':') + 1))])),
    text: text ?? '',
    html: html || '',
  }
}

const unfold = (value: string) => value.replace(/\r?\n[ \t]+/g, ' ').trim()
