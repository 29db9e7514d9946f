import process from 'node:process'
import { valuesAt } from '../../../src/nodes/webhook/answer.ts'
import type { WebhookData } from '../../../src/nodes/webhook/webhookData.ts'
import type { Clock } from '../_shared/clock.ts'
import { type Answer, askOutside, type Question } from '../_shared/outside/askOutside.ts'
import type { Allowed } from '../_shared/outside/checkedAddress.ts'
import { AnswerTooLargeError, RefusedAddressError, TooManyRedirectsError } from '../_shared/outside/outsideErrors.ts'
import type { ClaimedDelivery } from './claimedDelivery.ts'
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

export interface Asking {
  clock: Clock
  /** The signing secrets of the workspace, the newest first. */
  secrets: readonly string[]
}

/** How often and how long a server is asked, and what is taken from its answer. */
export type Patience = Pick<WebhookData, 'retries' | 'seconds' | 'answer'>

type End = Omit<Outcome, 'workspace_id' | 'id'>

/** Makes one try of a request, signed as the workspace's. Only an end, good or bad, is an answer. */
export async function askOnce(
  question: Question,
  { row, data, clock, secrets }: { row: ClaimedDelivery; data: Patience } & Asking,
): Promise<Outcome> {
  const address = `${question.method} ${question.url.origin}${question.url.pathname}`.slice(0, 500)
  const end = await tried(signed(question, row, { clock, secrets }), { row, data, clock })
  return { workspace_id: row.workspace_id, id: row.id, address, ...end }
}

interface Try {
  row: ClaimedDelivery
  data: Patience
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

function signed(question: Question, row: ClaimedDelivery, by: Asking): Question {
  const id = `${row.enrollment_id}:${encodeURIComponent(row.node_id).replaceAll('.', '%2E')}:${row.visit}`
  const signature = signRequest(question.body ?? '', { id, now: by.clock.now, secrets: by.secrets })
  return { ...question, headers: { ...question.headers, 'idempotency-key': id, ...signature } }
}
