import { call } from './stack.ts'

export type ReceivedMail = {
  from: string
  to: string[]
  subject: string
  date: string
  headers: Record<string, string>
  text: string
  html: string
}

/** The mails that came to an address, the newest first. */
export async function mailsTo(address: string): Promise<ReceivedMail[]> {
  const { body } = await call(`/mailbox/api/messages?to=${encodeURIComponent(address)}`, { method: 'GET' })
  return body
}

/** The one mail that came to an address; fails where there is none or more. */
export async function mailTo(address: string): Promise<ReceivedMail> {
  const [mail, ...more] = await mailsTo(address)
  if (!mail || more.length > 0) throw new Error(`${more.length + (mail ? 1 : 0)} mails came to ${address}`)
  return mail
}

/** The addresses that a mail links to, of the part of our functions that is named, without the origin. */
export function linksIn({ html }: ReceivedMail, part: 'track/o' | 'track/c' | 'unsubscribe' | 'confirm'): string[] {
  const links = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, address = '']) => address)
  return links
    .filter((address) => address.includes(`/functions/v1/${part}/`))
    .map((address) => new URL(address).pathname)
}
