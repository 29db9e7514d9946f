import { z } from 'zod'
import type { Clock } from '../_shared/clock.ts'
import { mailer } from '../_shared/mailer.ts'
import { toInstant } from '../_shared/now.ts'
import type { Mail } from './composeEmail.ts'
import type { Outcome } from './outcome.ts'

const MOST_ATTEMPTS = 8
const FIRST_RETRY_MS = 30_000

const smtpError = z.object({ responseCode: z.int().optional(), message: z.string() })

/** Hands a mail to the SMTP server. A refusal for good (5xx) fails; anything else is tried again, later each time. */
export async function sendEmail(
  mail: Mail,
  { attempts, clock }: { attempts: number; clock: Clock },
): Promise<Pick<Outcome, 'kind' | 'because' | 'error' | 'retry_at'>> {
  try {
    await mailer.sendMail(mail)
    return { kind: 'sent' }
  } catch (error) {
    const { responseCode = 0, message } = smtpError.parse(error)
    const text = message.slice(0, 300)
    if (responseCode >= 500) return { kind: 'failed', because: 'refused', error: text }
    if (attempts >= MOST_ATTEMPTS) return { kind: 'failed', because: 'gaveUp', error: text }
    // Spread by a tenth, so that messages refused together do not all come back together.
    const wait = FIRST_RETRY_MS * 2 ** (attempts - 1) * (0.95 + Math.random() / 10)
    return { kind: 'retried', error: text, retry_at: toInstant(clock.now + wait) }
  }
}
