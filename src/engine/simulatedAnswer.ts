import type { ContactEvent, Facts } from '../audience/facts.ts'
import { ANSWERED } from './effect.ts'
import { isAfter } from './moment.ts'
import type { Run } from './runUntilWaiting.ts'

/** How the servers of a simulation answer: at once and well, at once with an error, or not at all. */
export type Answers = 'ok' | 'failed' | 'none'

/**
 * The answer to the request of a step that was just come to, at the very instant, without values. Nothing where none was
 * asked or it is answered already.
 */
export function answerTo(
  outcome: Run['outcome'],
  { facts, answers = 'ok', enrollmentId }: { facts: Facts; answers?: Answers; enrollmentId: string },
): ContactEvent | undefined {
  if (answers === 'none' || outcome.do !== 'park') return undefined
  const { nodeId, arrived, effects } = outcome
  if (!effects.some((effect) => effect.do === 'request')) return undefined
  if (facts.events.some(isAnswerTo(outcome))) return undefined
  const last = facts.events.reduce((seq, event) => Math.max(seq, event.seq), arrived.seq)
  const ok = answers === 'ok'
  const properties = { enrollment: enrollmentId, node: nodeId, ok, body: {}, ...(!ok && { because: 'declined' }) }
  return { name: ANSWERED, at: arrived.at, seq: last + 1, properties }
}

const isAnswerTo =
  ({ nodeId, arrived }: Extract<Run['outcome'], { do: 'park' }>) =>
  (event: ContactEvent): boolean =>
    event.name === ANSWERED && isAfter(event, arrived) && event.properties.node === nodeId

/** Events with one more, in order of their moment. */
export function withEvent(events: readonly ContactEvent[], event: ContactEvent): ContactEvent[] {
  const before = events.filter(({ at, seq }) => at < event.at || (at === event.at && seq < event.seq))
  return [...before, event, ...events.slice(before.length)]
}
