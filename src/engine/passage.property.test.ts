import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Facts } from '../audience/facts.ts'
import { nodeTypes } from '../nodes/index.ts'
import { factsOf } from '../testing/factsOf.ts'
import { eventNames, randomJourney } from '../testing/randomJourneys.ts'
import { type CompiledJourney, compile } from './compile.ts'
import type { Journey } from './journey.ts'
import { clockMoment, isAfter, isBefore } from './moment.ts'
import type { NodeType, Visit } from './nodeType.ts'
import type { SendingPolicy } from './policy.ts'
import { type Position, type Run, runUntilWaiting, type Step } from './runUntilWaiting.ts'

const HOUR = 3_600_000
const entry = Date.parse('2027-03-01T12:00:00Z')
/** After every wait a random journey can come to, its circles included. */
const END = entry + 20_000 * HOUR
const REPEATS = 4

const policy: SendingPolicy = {
  quietHours: { from: '22:00', to: '08:00' },
  caps: [{ capClass: 'marketing', most: 1, per: 'P1D' }],
  topics: { marketing: { byDefault: 'subscribed', doubleOptIn: true } },
}

const happened = fc.oneof(
  fc.tuple(eventNames, fc.nat(120), fc.record({ x: fc.nat(2) })),
  fc.tuple(fc.constant('$unsubscribed'), fc.nat(120), fc.constant({ channel: 'email', topic: '*' })),
  fc.tuple(
    fc.constant('$webhook_answered'),
    fc.nat(60),
    fc.record({
      enrollment: fc.constant('1'),
      node: fc.constantFrom('n_1', 'n_2', 'n_3'),
      visit: fc.nat(3),
      ok: fc.boolean(),
    }),
  ),
)
const facts: fc.Arbitrary<Facts> = fc
  .record({
    events: fc.array(happened, { maxLength: 12 }),
    plan: fc.constantFrom('pro', 'free', undefined),
    due: fc.constantFrom('2027-03-02', '2027-03-03T03:30', '2027-03-04T09:00Z', 'soon', undefined),
    email: fc.constantFrom('ana@people.example', undefined),
    subscriptions: fc.constantFrom<Facts['subscriptions'][]>({}, { 'email:marketing': 'unsubscribed' }),
    suppressed: fc.constantFrom<string[][]>([], [], ['email']),
  })
  .map(({ events, subscriptions, suppressed, ...attributes }) =>
    factsOf(
      events
        .toSorted((one, other) => one[1] - other[1])
        .map(([name, after, properties]) => [name, entry + after * HOUR, properties]),
      { attributes, subscriptions, suppressed, entryEvent: { x: 1, due: attributes.due } },
    ),
  )
const ticks = fc
  .array(fc.nat(400), { maxLength: 8 })
  .map((hours) => [...hours.toSorted((a, b) => a - b).map((after) => entry + after * HOUR), END])
const zone = fc.constantFrom('Europe/Bucharest', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'UTC')

const short = (journey: Journey): Journey => ({ ...journey, settings: { ...journey.settings, repeats: REPEATS } })

interface Setup {
  facts: Facts
  zone: string
  ticks: readonly number[]
}

/** Every run of an enrollment, as a worker makes them. */
function runsOf(journey: CompiledJourney, { facts, zone, ticks }: Setup): { now: number; run: Run }[] {
  const entered = clockMoment(entry)
  const runs: { now: number; run: Run }[] = []
  let position: Position = { nodeId: 'n_0', arrived: entered, entered }
  let known = facts
  for (const now of ticks) {
    while (true) {
      const seen = { ...known, events: facts.events.filter(({ at }) => at <= now) }
      const run = runUntilWaiting({
        journey,
        enrollmentId: '1',
        holdoutKey: 'j:1',
        position,
        facts: seen,
        zone,
        policy,
        now,
      })
      runs.push({ now, run })
      const { outcome } = run
      if (outcome.do === 'end') return runs
      known = run.facts
      const { nodeId, arrived, rounds, wakeAt } = outcome
      position = { nodeId, arrived, entered, rounds, wakeAt }
      if (wakeAt > now) break
    }
  }
  return runs
}

const passage = fc.record({ journey: randomJourney.map(short), facts, zone, ticks })

function check(assertion: (passage: { journey: Journey; runs: ReturnType<typeof runsOf>; steps: Step[] }) => void) {
  fc.assert(
    fc.property(passage, ({ journey, ...setup }) => {
      const runs = runsOf(compile(journey, nodeTypes), setup)
      assertion({ journey, runs, steps: runs.flatMap(({ run }) => run.steps) })
    }),
    { numRuns: 300 },
  )
}

test('an enrollment is at one node at a time: each step begins where and when the last one led', () => {
  check(({ runs, steps }) => {
    let [at, since]: [string | undefined, Step['arrived']] = ['n_0', clockMoment(entry)]
    for (const step of steps) {
      expect([step.nodeId, step.arrived]).toEqual([at, since])
      ;[at, since] = [step.to, step.left]
    }
    const { outcome } = runs.at(-1)?.run ?? {}
    if (outcome?.do === 'park') expect([outcome.nodeId, outcome.arrived]).toEqual([at, since])
    else expect(at).toBeUndefined()
  })
})

test('nothing waits a negative time, and who is parked wakes later than now', () => {
  check(({ runs, steps }) => {
    for (const { arrived, left } of steps) expect(isBefore(left, arrived)).toBe(false)
    for (const { now, run } of runs) {
      if (run.outcome.do !== 'park' || run.outcome.awaits.length === 0) continue
      expect(run.outcome.wakeAt).toBeGreaterThan(now)
      expect(isAfter(run.outcome.arrived, clockMoment(now + 1))).toBe(false)
    }
  })
})

test('one visit passes one port, once', () => {
  check(({ steps }) => {
    const visits = steps.map(({ nodeId, arrived }) => `${nodeId} ${arrived.at} ${arrived.seq}`)
    expect(new Set(visits).size).toBe(visits.length)
  })
})

test('an enrollment ends in a bounded number of steps', () => {
  check(({ journey, runs, steps }) => {
    const { outcome } = runs.at(-1)?.run ?? {}
    // Only quiet hours that leave nothing of a message's own hours hold for ever.
    if (outcome?.do === 'park') expect(outcome.because).toMatch(/quietHours|sendWindow/)
    // Whoever comes to the same waiting step too often is ended there; between two of them every step is passed once.
    expect(steps.length).toBeLessThanOrEqual(journey.nodes.length ** 2 * (REPEATS + 2))
  })
})

test('a visit that is made twice decides the same, and changes nothing of what it was given', () => {
  const twice = Object.entries(nodeTypes).map(([name, type]): [string, NodeType] => [
    name,
    {
      ...type,
      visit(visit: Visit<unknown>) {
        const before = JSON.stringify(visit)
        const decision = type.visit(visit)
        expect(type.visit(visit)).toEqual(decision)
        expect(JSON.stringify(visit)).toBe(before)
        return decision
      },
    },
  ])
  fc.assert(
    fc.property(passage, ({ journey, ...setup }) => {
      runsOf(compile(journey, Object.fromEntries(twice)), setup)
    }),
    { numRuns: 100 },
  )
})
