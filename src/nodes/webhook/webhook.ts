import { ANSWERED } from '../../engine/effect.ts'
import { clockMoment, isAfter, isBefore, type Moment } from '../../engine/moment.ts'
import { type Decision, defineNodeType, leave, type Visit } from '../../engine/nodeType.ts'
import { type Answered, changesOf, readAnswer } from './answer.ts'
import { checkWebhook } from './checkWebhook.ts'
import { type WebhookData, webhookData } from './webhookData.ts'

/** How long an answer is waited for, all tries together. */
const LONGEST = { iso: 'P1D', ms: 86_400_000 } as const

/** Asks a server and waits for its answer, whose values later steps can use. */
export const webhook = defineNodeType<WebhookData>({
  type: 'webhook',
  group: 'data',
  data: webhookData,
  blank: {
    method: 'POST',
    url: '',
    headers: [],
    body: { as: 'json', template: '' },
    answer: [],
    retries: 5,
    seconds: 10,
  },
  ports: () => ['next', 'failed'],
  waits: true,
  // An answer may come within the millisecond.
  mayPass: () => true,
  held: () => ({ atMost: LONGEST.iso }),
  reads: () => [ANSWERED],
  check: checkWebhook,
  visit,
})

function visit({ data, moment, ...visit }: Visit<WebhookData>): Decision {
  const deadline = clockMoment(visit.arrived.at + LONGEST.ms)
  const heard = firstAnswer(visit, deadline)
  const until = heard?.at ?? deadline
  if (isAfter(until, moment)) {
    return {
      do: 'wait',
      until,
      awaits: [ANSWERED],
      because: 'asked',
      effects: [{ do: 'request', nodeId: visit.nodeId }],
    }
  }
  if (!heard) return leave('failed', 'noAnswer')
  if (!heard.answer.ok) return leave('failed', heard.answer.because ?? 'declined')
  const changes = changesOf(heard.answer, data.answer)
  return leave('next', 'answered', changes.length === 0 ? [] : [{ do: 'update', nodeId: visit.nodeId, changes }])
}

/** The first answer to this very visit: one that came to an earlier visit of the same step is none. */
function firstAnswer(
  visit: Pick<Visit<WebhookData>, 'facts' | 'arrived' | 'enrollmentId' | 'nodeId'>,
  deadline: Moment,
): { at: Moment; answer: Answered } | undefined {
  for (const { name, at, seq, properties } of visit.facts.events) {
    const moment = { at, seq }
    if (name !== ANSWERED || !isAfter(moment, visit.arrived) || !isBefore(moment, deadline)) continue
    const answer = readAnswer(properties, visit)
    if (answer) return { at: moment, answer }
  }
  return undefined
}
