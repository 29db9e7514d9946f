import type { Facts } from '../audience/facts.ts'
import { compile } from '../engine/compile.ts'
import type { Journey } from '../engine/journey.ts'
import { type Run, runUntilWaiting } from '../engine/runUntilWaiting.ts'
import { nodeTypes } from '../nodes/index.ts'
import { factsOf } from './factsOf.ts'

/** One run of enrollment 1 from the step `n_1` on, entered at the start of 1970; nothing is later than `now`. */
export function runThrough(journey: Journey, facts: Facts = factsOf(), now = 0): Run {
  const start = { at: 0, seq: 0 }
  return runUntilWaiting({
    journey: compile(journey, nodeTypes),
    enrollmentId: '1',
    position: { nodeId: 'n_1', arrived: start, entered: start },
    facts,
    zone: 'UTC',
    now,
  })
}
