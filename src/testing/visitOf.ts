import type { Visit } from '../engine/nodeType.ts'
import { noPolicy } from '../engine/policy.ts'
import { factsOf } from './factsOf.ts'

/** A visit on arrival at the start of 1970, by a contact of whom nothing is known, unless it is said otherwise. */
export function visitOf<Data>(data: Data, others: Partial<Omit<Visit<Data>, 'data'>> = {}): Visit<Data> {
  const arrived = others.arrived ?? { at: 0, seq: 0 }
  return {
    data,
    nodeId: 'n_1',
    enrollmentId: '1',
    facts: factsOf(),
    arrived,
    moment: arrived,
    zone: 'UTC',
    chance: 0,
    rounds: 0,
    policy: noPolicy,
    ...others,
  }
}
