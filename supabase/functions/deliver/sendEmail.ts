import { z } from 'zod'
import type { Clock } from '../_shared/clock.ts'
import { mailer } from '../_shared/mailer.ts'
import type { Mail } from './composeEmail.ts'
import type { Outcome } from './outcome.ts'
import { tryAgain } from './tryAgain.ts'

const smtpError = z.object({ responseCode: z.int().optional(), message: z.string() })

/** Hands a mail to the SMTP server. A refusal for good (5xx) fails; anything else is tried again, later each time. */
export async function sendEmail(
  mail: Mail,
  { attempts, clock }: { attempts: number; clock: Clock },
): Promise<Pick<Outcome, 'kind' | 'because' | 'error' | 'retry_at'>> {
  try {
    await mailer.sendMail({ ...mail, date: new Date(clock.now) })
    return { kind: 'sent' }
  } catch (error) {
    const { responseCode = 0, message } = smtpError.parse(error)
    const text = message.slice(0, 300)
    if (responseCode >= 500) return { kind: 'failed', because: 'refused', error: text }
    return tryAgain(text, { attempts, clock })
  }
}
