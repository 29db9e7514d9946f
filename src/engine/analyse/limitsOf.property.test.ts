import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noFacts } from '../../audience/facts.ts'
import { nodeTypes } from '../../nodes/index.ts'
import { eventNames, randomJourney } from '../../testing/randomJourneys.ts'
import { compile } from '../compile.ts'
import { clockMoment } from '../moment.ts'
import { runUntilWaiting } from '../runUntilWaiting.ts'
import { limitsOf } from './limitsOf.ts'

const HOUR = 3_600_000
const recorded = fc.record({
  name: eventNames,
  at: fc.nat(100).map((count) => count * HOUR),
  properties: fc.constantFrom({}, { x: 1 }),
})
const contact = fc.record({
  attributes: fc.constantFrom({ email: 'ana@people.example' }, { email: 'ana@people.example', plan: 'pro' }),
  entryEvent: fc.constantFrom({}, { x: 1 }),
  events: fc
    .array(recorded, { maxLength: 8 })
    .map((events) =>
      events.toSorted((one, other) => one.at - other.at).map((each, seq) => ({ ...each, seq: seq + 1 })),
    ),
})

test('no passage goes beyond the limits of its journey', () => {
  let reached = 0
  fc.assert(
    fc.property(randomJourney, fc.array(contact, { minLength: 5, maxLength: 5 }), (journey, contacts) => {
      const limits = limitsOf(journey, nodeTypes)
      const compiled = compile(journey, nodeTypes)
      for (const facts of contacts) {
        const start = clockMoment(HOUR)
        const run = runUntilWaiting({
          journey: compiled,
          enrollmentId: 'one',
          position: { nodeId: 'n_0', arrived: start, entered: start },
          facts: { ...noFacts, ...facts },
          zone: 'UTC',
          now: 60 * 24 * HOUR,
        })
        const sent = run.steps.filter(({ effects }) => effects.some((effect) => effect.do === 'send'))
        expect(sent.length).toBeLessThanOrEqual(limits.messages)
        const gaps = sent.slice(1).map(({ left }, index) => left.at - (sent[index]?.left.at ?? 0))
        expect(Math.min(...gaps, Number.POSITIVE_INFINITY)).toBeGreaterThanOrEqual(
          limits.closest ?? Number.POSITIVE_INFINITY,
        )
        const last = run.outcome.do === 'end' ? run.outcome.at.at : run.outcome.wakeAt
        expect(last - start.at).toBeLessThanOrEqual(limits.longest)
        if (sent.length === limits.messages && sent.length > 1) reached += 1
      }
    }),
    { numRuns: 600 },
  )
  expect(reached).toBeGreaterThan(0)
})
