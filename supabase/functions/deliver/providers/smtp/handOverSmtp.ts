import type { Transporter } from 'nodemailer'
import { z } from 'zod'
import type { Mail } from '../../composeEmail.ts'
import type { Handed } from '../provider.ts'

const smtpError = z.object({ responseCode: z.int().optional(), command: z.string().optional(), message: z.string() })

/** A full mailbox, which may have room again. */
const MAILBOX_FULL = 552
/** A server that turns everybody away, or does not take the password, says nothing about this mail. */
const beforeTheMail = /^(CONN|EHLO|HELO|STARTTLS|AUTH)/

/** Hands a mail to a mail server. 5xx is for good, and a bounce where it is the recipient that is refused; a password can be put right. */
export async function handOverSmtp(transport: Transporter, mail: Mail, now: number): Promise<Handed> {
  try {
    await transport.sendMail({ ...mail, date: new Date(now) })
    return { is: 'accepted', providerMessageId: mail.messageId }
  } catch (error) {
    const { responseCode = 0, command = '', message: text } = smtpError.parse(error)
    if (responseCode < 500) return { is: 'tryAgain', text }
    const isBounce = command === 'RCPT TO' && responseCode !== MAILBOX_FULL
    const permanent = !beforeTheMail.test(command)
    return { is: 'refused', permanent, code: String(responseCode), text, ...(isBounce && { isBounce }) }
  }
}
