import type { Condition, Engagement, EventMatch, Performed } from './rule.ts'

/** Conditions that ask nothing which another kind could not ask. */
type Derived = Extract<Condition, { if: 'message' | 'stage' | 'score' }>
export type Basic = Exclude<Condition, Derived>

const known = new WeakMap<Derived, Basic>()

/**
 * The same question in the kinds of condition that have an answer of their own. Messages become the signals that tell of them.
 * Rules are replaced, never changed, so each is translated once.
 */
export function inBasicTerms(condition: Condition): Basic {
  if (condition.if !== 'message' && condition.if !== 'stage' && condition.if !== 'score') return condition
  const basic = known.get(condition) ?? translated(condition)
  known.set(condition, basic)
  return basic
}

function translated(condition: Derived): Basic {
  switch (condition.if) {
    case 'message':
      return asPerformed(condition)
    case 'stage':
      return { if: 'attribute', attribute: 'lifecycle_stage', test: { op: 'in', values: condition.in } }
    case 'score':
      return { if: 'attribute', attribute: 'score', test: { op: condition.op, value: condition.value } }
  }
}

function asPerformed({ did, journey, node, within, times }: Engagement): Performed {
  const where: EventMatch['where'] = Object.entries({ journey, node }).flatMap(([property, value]) =>
    value === undefined ? [] : [{ property, test: { op: 'is' as const, value } }],
  )
  return {
    if: 'performed',
    event: { name: `$message_${did}`, where },
    ...(within !== undefined && { within }),
    ...(times && { times }),
  }
}
