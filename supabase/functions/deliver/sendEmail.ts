import { z } from 'zod'
import type { Clock } from '../_shared/clock.ts'
import { mailer } from '../_shared/mailer.ts'
import type { Mail } from './composeEmail.ts'
import type { Outcome } from './outcome.ts'
import { tryAgain } from './tryAgain.ts'

const smtpError = z.object({ responseCode: z.int().optional(), command: z.string().optional(), message: z.string() })

/** A full mailbox, which may have room again. */
const MAILBOX_FULL = 552

/**
 * Hands a mail to the SMTP server. A refusal for good (5xx) fails, and is a bounce where it is the recipient that is refused;
 * anything else is tried again, later each time.
 */
export async function sendEmail(
  mail: Mail,
  { attempts, clock }: { attempts: number; clock: Clock },
): Promise<Pick<Outcome, 'kind' | 'because' | 'error' | 'retry_at' | 'is_bounce'>> {
  try {
    await mailer.sendMail({ ...mail, date: new Date(clock.now) })
    return { kind: 'sent' }
  } catch (error) {
    const { responseCode = 0, command, message } = smtpError.parse(error)
    const text = message.slice(0, 300)
    if (responseCode < 500) return tryAgain(text, { attempts, clock })
    const isBounce = command === 'RCPT TO' && responseCode !== MAILBOX_FULL
    return { kind: 'failed', because: 'refused', error: text, ...(isBounce && { is_bounce: true }) }
  }
}
