import { logError } from '../../_shared/logError.ts'
import { unseal } from '../../_shared/secretBox.ts'
import type { Mail } from '../composeEmail.ts'
import { Pace } from './pace.ts'
import type { Handed, Sender } from './provider.ts'
import { providerOf } from './registry.ts'
import type { StoredProvider } from './storedProvider.ts'

/** Where a provider does not say how long, the others of the batch stay away for so long. */
const PAUSE_MS = 5_000
const MOST_OPEN = 100

interface Open {
  sender: Sender
  pace: Pace
  version: string
}

/** The providers this instance has spoken to, the longest unused first, with their connections. */
const opened = new Map<string, Open>()

/** Hands a mail to a workspace's own provider in its turn. */
export async function handOverThrough(
  stored: StoredProvider,
  mail: Mail,
  about: { idempotencyKey: string; now: number },
): Promise<Handed> {
  let open: Open
  try {
    open = openOf(stored)
  } catch (error) {
    logError(error, { workspace: stored.workspace_id, provider: stored.id })
    const text = error instanceof Error && error.name !== 'ZodError' ? error.message : 'The settings are not valid'
    return { is: 'refused', permanent: false, code: 'settings', text }
  }
  const { sender, pace } = open
  const handed = await pace.run(() => sender.send(from(mail, stored.settings.from), about))
  if ('away' in handed) return { is: 'tryAgain', after: handed.away, text: 'Held back for the provider', isPace: true }
  if (handed.is === 'tryAgain' && handed.isPace) pace.pause(handed.after ?? PAUSE_MS)
  return handed
}

function openOf(stored: StoredProvider): Open {
  const owner = `${stored.workspace_id}/${stored.id}`
  const known = opened.get(owner)
  opened.delete(owner)
  if (known?.version === stored.updated_at) {
    opened.set(owner, known)
    return known
  }
  known?.sender.close?.()
  const provider = providerOf(stored.kind)
  if (!provider) throw new Error(`There is no provider of the kind ${stored.kind}`)
  const sender = provider.open({ settings: stored.settings, secret: unseal(stored.secret, owner) })
  const perSecond = stored.settings.perSecond ?? provider.pace.perSecond
  const open = { sender, pace: new Pace({ ...provider.pace, perSecond }), version: stored.updated_at }
  closeOldest()
  opened.set(owner, open)
  return open
}

function closeOldest(): void {
  const [oldest] = opened
  if (opened.size < MOST_OPEN || !oldest) return
  opened.delete(oldest[0])
  oldest[1].sender.close?.()
}

/** A provider only takes mail from addresses it knows; the Message-ID goes with it. */
const from = (mail: Mail, address: string): Mail => ({
  ...mail,
  from: { ...mail.from, address },
  messageId: mail.messageId.replace(/@[^@>]*>$/, `@${address.split('@')[1]}>`),
})
