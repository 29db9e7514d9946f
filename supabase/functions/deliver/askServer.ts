import process from 'node:process'
import { firstZone } from '../../../src/engine/zone.ts'
import { valuesAt } from '../../../src/nodes/webhook/answer.ts'
import { webhook } from '../../../src/nodes/webhook/webhook.ts'
import type { WebhookData } from '../../../src/nodes/webhook/webhookData.ts'
import type { Clock } from '../_shared/clock.ts'
import { type CompiledVersions, journeyOf } from '../_shared/compiledVersions.ts'
import { type Answer, askOutside, type Question } from '../_shared/outside/askOutside.ts'
import type { Allowed } from '../_shared/outside/checkedAddress.ts'
import { AnswerTooLargeError, RefusedAddressError, TooManyRedirectsError } from '../_shared/outside/outsideErrors.ts'
import type { ClaimedDelivery } from './claimedDelivery.ts'
import { composeRequest } from './composeRequest.ts'
import type { Outcome } from './outcome.ts'
import { signRequest } from './signRequest.ts'
import { tryLater } from './tryLater.ts'

const MOST_BYTES = 256 * 1024
const MOST_REDIRECTS = 3

/** Further ports are named in WEBHOOK_PORTS; a machine for trying out may be asked itself, with WEBHOOK_LOCAL=allowed. */
const allowed: Allowed = {
  ports: (process.env.WEBHOOK_PORTS ?? '').split(',').filter(Boolean).map(Number),
  local: process.env.WEBHOOK_LOCAL === 'allowed',
}

interface Asking {
  journeys: CompiledVersions
  clock: Clock
  /** The signing secrets of the workspace, the newest first. */
  secrets: readonly string[]
}

type End = Omit<Outcome, 'workspace_id' | 'id'>

/** Makes one try of a step's request. Only an end, good or bad, is an answer that the step hears of. */
export async function askServer(row: ClaimedDelivery, { journeys, clock, secrets }: Asking): Promise<Outcome> {
  const own = { workspace_id: row.workspace_id, id: row.id }
  const node = journeyOf(journeys, row).nodes.get(row.node_id)
  if (node?.type.type !== webhook.type) return { ...own, kind: 'failed', because: 'stepMissing' }
  const data = webhook.data.parse(node.data)
  const question = composeRequest(data, scopeOf(row))
  if ('failed' in question) return { ...own, kind: 'failed', because: 'renderFailed', error: question.failed }
  const address = `${question.method} ${question.url.origin}${question.url.pathname}`.slice(0, 500)
  return { ...own, address, ...(await tried(signed(question, row, { clock, secrets }), { row, data, clock })) }
}

interface Try {
  row: ClaimedDelivery
  data: WebhookData
  clock: Clock
}

async function tried(question: Question, one: Try): Promise<End> {
  const milliseconds = one.data.seconds * 1000
  try {
    return judged(
      await askOutside(question, { allowed, milliseconds, bytes: MOST_BYTES, redirects: MOST_REDIRECTS }),
      one,
    )
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const text = error.message.slice(0, 300)
    if (error instanceof RefusedAddressError) return { kind: 'failed', because: 'blockedAddress', error: text }
    if (error instanceof TooManyRedirectsError) return { kind: 'failed', because: 'tooManyRedirects', error: text }
    if (error instanceof AnswerTooLargeError) return { kind: 'failed', because: 'tooLarge', error: text }
    return again(text, one)
  }
}

/** Too early, too many, or the server's own trouble: what another try may change. */
const mayPass = (status: number): boolean => status >= 500 || [408, 425, 429].includes(status)

function judged({ status, retryAfter, body }: Answer, one: Try): End {
  if (status >= 200 && status < 300) {
    return { kind: 'sent', answer: { ok: true, status, body: valuesAt(json(body), one.data.answer) } }
  }
  const error = `HTTP ${status} ${body.slice(0, 200)}`.trim()
  if (mayPass(status)) return again(error, one, retryAfter)
  return { kind: 'failed', because: 'declined', error, answer: { ok: false, status } }
}

const again = (error: string, { row, data, clock }: Try, retryAfter?: string): End =>
  tryLater(error, { attempts: row.attempts, retries: data.retries, retryAfter, clock })

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function signed(question: Question, row: ClaimedDelivery, by: { clock: Clock; secrets: readonly string[] }): Question {
  const id = `${row.enrollment_id}:${encodeURIComponent(row.node_id).replaceAll('.', '%2E')}:${row.visit}`
  const signature = signRequest(question.body ?? '', { id, now: by.clock.now, secrets: by.secrets })
  return { ...question, headers: { ...question.headers, 'idempotency-key': id, ...signature } }
}

const scopeOf = (row: ClaimedDelivery) => ({
  contact: { ...row.attributes, email: row.email, id: row.external_id },
  event: row.event,
  locale: row.locale ?? row.source_locale,
  zone: firstZone(row.contact_zone, row.workspace_zone),
})
