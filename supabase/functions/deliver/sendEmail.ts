import type { Clock } from '../_shared/clock.ts'
import { mailer } from '../_shared/mailer.ts'
import type { Mail } from './composeEmail.ts'
import type { Outcome } from './outcome.ts'
import { handOverThrough } from './providers/openProviders.ts'
import type { Handed } from './providers/provider.ts'
import { handOverSmtp } from './providers/smtp/handOverSmtp.ts'
import type { StoredProvider } from './providers/storedProvider.ts'
import { MOST_ATTEMPTS, tryAgain } from './tryAgain.ts'
import { tryAfter } from './tryLater.ts'

const MOST_TEXT = 300

/** `through` is the workspace's own provider; where it has none, mail goes to the SMTP server of the installation. */
export interface Sending {
  attempts: number
  clock: Clock
  through: StoredProvider | undefined
}

type Sent = Pick<Outcome, 'kind' | 'because' | 'error' | 'retry_at' | 'is_bounce' | 'is_held' | 'provider_message'>

/** Hands a mail over. What the other side will never take fails; anything else is tried again, later each time or when it says. */
export async function sendEmail(mail: Mail, { attempts, clock, through }: Sending): Promise<Sent> {
  const handed = await (through
    ? handOverThrough(through, mail, { idempotencyKey: keyOf(mail), now: clock.now })
    : handOverSmtp(mailer, mail, clock.now))
  if (handed.is !== 'accepted') return notAccepted(handed, { attempts, clock })
  return { kind: 'sent', ...(through && { provider_message: `${through.kind} ${handed.providerMessageId}`.trim() }) }
}

function notAccepted(handed: Exclude<Handed, { is: 'accepted' }>, tries: { attempts: number; clock: Clock }): Sent {
  if (handed.is === 'refused') {
    const error = `${handed.code} ${handed.text}`.slice(0, MOST_TEXT)
    if (!handed.permanent) return tryAgain(error, tries)
    return { kind: 'failed', because: 'refused', error, ...(handed.isBounce && { is_bounce: true }) }
  }
  const text = handed.text.slice(0, MOST_TEXT)
  if (!handed.isPace) return tryAfter(text, handed.after, tries)
  // What is held counts as no try, until it was held too long: then as any other, and one more than usual.
  const attempts = tries.attempts > MOST_ATTEMPTS ? tries.attempts : 1
  return { ...tryAfter(text, handed.after, { ...tries, attempts }), is_held: true }
}

/** The same for every try of one mail, and a UUID: what stands before the @ of its Message-ID. */
const keyOf = ({ messageId }: Mail): string => messageId.replace(/^<|@.*$/g, '')
