import process from 'node:process'
import { chooseLocale } from '../../../src/content/chooseLocale.ts'
import { isBlocked } from '../../../src/content/issue.ts'
import { availableLocales } from '../../../src/content/message.ts'
import { renderEmail } from '../../../src/content/renderEmail.ts'
import { whyNotSent } from '../../../src/engine/whyNotSent.ts'
import { firstZone } from '../../../src/engine/zone.ts'
import { message } from '../../../src/nodes/message/message.ts'
import { type CompiledVersions, journeyOf } from '../_shared/compiledVersions.ts'
import { senderAddress } from '../_shared/mailer.ts'
import { signToken } from '../_shared/signedToken.ts'
import type { ClaimedDelivery } from './claimedDelivery.ts'
import type { Outcome } from './outcome.ts'

/** A mail ready to hand over, as nodemailer takes it. */
export interface Mail {
  from: { name: string; address: string }
  to: string
  subject: string
  html: string
  text: string
  messageId: string
  headers: Record<string, string>
}

interface Composed {
  /** What is known so far; `kind` stands where there is no mail to send. */
  outcome: Outcome
  mail?: Mail
}

/**
 * Decides whether this contact gets this message, in which language, and renders it. In this order: consent, address, whether
 * it is blocked, text: what was so when the step handed the message over may have changed since.
 * The first that stops it is the recorded reason.
 */
export function composeEmail(row: ClaimedDelivery, journeys: CompiledVersions): Composed {
  const stop = (kind: 'skipped' | 'failed', because: Outcome['because'], error?: string): Composed => ({
    outcome: { workspace_id: row.workspace_id, id: row.id, kind, ...(because && { because }), ...(error && { error }) },
  })
  const { subscription, by_default: byDefault, email: address, is_suppressed: isSuppressed } = row
  const stopped = whyNotSent({ subscription, byDefault, address, isSuppressed })
  if (stopped || address === null) return stop('skipped', stopped ?? 'noAddress')
  const node = journeyOf(journeys, row).nodes.get(row.node_id)
  if (node?.type.type !== message.type) return stop('failed', 'stepMissing')
  const { content } = message.data.parse(node.data)

  const chosen = chooseLocale({
    wanted: row.locale,
    available: availableLocales(content),
    fallbacks: Object.fromEntries((row.locales ?? []).map(({ locale, fallbacks }) => [locale, fallbacks])),
    source: row.source_locale,
  })
  if (chosen.locale === null) return stop('skipped', 'noText')
  const unsubscribe = linkTo('unsubscribe/', row, { l: chosen.locale })
  const rendered = renderEmail({
    content,
    locale: chosen.locale,
    contact: { ...row.attributes, email: address, id: row.external_id },
    event: row.event,
    zone: zoneOf(row),
    links: { unsubscribe, open: linkTo('track/o/', row), click: (url) => linkTo('track/c/', row, { u: url }) },
    footer: { workspaceName: row.workspace_name },
  })
  const outcome: Outcome = {
    workspace_id: row.workspace_id,
    id: row.id,
    kind: 'sent',
    locale: chosen.locale,
    locale_because: chosen.because,
    address,
  }
  if (isBlocked(rendered.issues)) {
    const codes = rendered.issues.filter(({ severity }) => severity === 'blocks').map(({ code }) => code)
    return { outcome: { ...outcome, kind: 'failed', because: 'renderFailed', error: codes.join(' ') } }
  }
  return { outcome, mail: envelope(row, address, rendered, unsubscribe) }
}

const zoneOf = (row: ClaimedDelivery): string =>
  firstZone(row.contact_zone, row.locales?.find(({ locale }) => locale === row.locale)?.timeZone, row.workspace_zone)

const linkTo = (path: string, row: ClaimedDelivery, more: { u?: string; l?: string } = {}): string =>
  `${process.env.PUBLIC_URL ?? process.env.SUPABASE_URL}/functions/v1/${path}${signToken({ w: row.workspace_id, d: row.id, ...more })}`

function envelope(
  row: ClaimedDelivery,
  to: string,
  { subject, html, text }: { subject: string; html: string; text: string },
  unsubscribe: string,
): Mail {
  const domain = senderAddress.split('@')[1] ?? 'localhost'
  return {
    from: { name: row.workspace_name, address: senderAddress },
    to,
    subject,
    html,
    text,
    // The same for every attempt, so that a receiver can tell a repeat from a new message.
    messageId: `<${row.id}@${domain}>`,
    headers: {
      // One-click unsubscribing, RFC 8058.
      'List-Unsubscribe': `<${unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'X-Perennial-Delivery': `${row.workspace_id}/${row.id}`,
    },
  }
}
