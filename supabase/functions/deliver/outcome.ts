import type { NotSentReason } from '../../../src/engine/whyNotSent.ts'

/** Why a request was not made, or its answer not taken. */
type WebhookReason = 'declined' | 'blockedAddress' | 'tooManyRedirects' | 'tooLarge'

/** What became of a message, as `private.record_outcomes` reads it. */
export interface Outcome {
  workspace_id: string
  id: string
  kind: 'sent' | 'skipped' | 'failed' | 'retried'
  because?: NotSentReason | 'noText' | 'stepMissing' | 'renderFailed' | 'refused' | 'gaveUp' | WebhookReason
  locale?: string
  locale_because?: string
  address?: string
  retry_at?: string
  error?: string
  /** The other side has no such mailbox, and will not have. */
  is_bounce?: boolean
  /** It was held back for the pace of the provider, which counts as no try. */
  is_held?: boolean
  /** Which provider took it, and what it is called there. */
  provider_message?: string
  /** What the step hears of its request, once it has ended. */
  answer?: { ok: boolean; status: number; body?: Record<string, unknown> }
}
