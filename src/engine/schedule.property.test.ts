import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Facts } from '../audience/facts.ts'
import type { EventMatch, Rule } from '../audience/rule.ts'
import { nodeTypes } from '../nodes/index.ts'
import { factsOf } from '../testing/factsOf.ts'
import { type CompiledJourney, compile } from './compile.ts'
import { shapesOf } from './edit/nodeShapes.ts'
import { emptyJourney, journeySchema } from './journey.ts'
import { clockMoment, isAfter, isBefore } from './moment.ts'
import { type Position, type Run, runUntilWaiting, type Step } from './runUntilWaiting.ts'
import type { Weekday } from './weekday.ts'

/** Hours from the entry; a small world, so that events, deadlines and ticks often fall on the same instant. */
const HOUR = 3_600_000
const entry = Date.parse('2026-03-28T10:00+02:00')
const hours = fc.nat(120)
const SEGMENT = '00000000-0000-4000-8000-000000000001'
const names = fc.constantFrom('a', 'b')
const lasting = fc.oneof(
  fc.integer({ min: 1, max: 30 }).map((count) => `PT${count}H`),
  fc.integer({ min: 1, max: 2 }).map((count) => `P${count}D`),
)
const match: fc.Arbitrary<EventMatch> = fc.record({
  name: names,
  where: fc.constantFrom<EventMatch['where']>([], [{ property: 'x', test: { op: 'is', value: 1 } }]),
})

const rule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ if: fc.constant('performed' as const), event: match, within: lasting }),
  fc.record({ if: fc.constant('performed' as const), event: match }).map((performed): Rule => ({ not: performed })),
  fc.constant<Rule>({ if: 'attribute', attribute: 'plan', test: { op: 'is', value: 'pro' } }),
  fc.constant<Rule>({ any: [] }),
)
const awaited: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ if: fc.constant('performed' as const), event: match, within: lasting }),
  fc.record({ if: fc.constant('performed' as const), event: match, within: lasting }).map((not) => ({ not })),
  fc.record({
    if: fc.constant('performed' as const),
    event: match,
    within: lasting,
    times: fc.record({ op: fc.constantFrom('exactly' as const, 'atMost' as const), count: fc.nat(2) }),
  }),
  fc.constantFrom<Rule>(
    { if: 'attribute', attribute: 'due', test: { op: 'withinNext', lasting: 'P1D' } },
    { if: 'attribute', attribute: 'due', test: { op: 'anniversary' } },
    { if: 'unchanged', attribute: 'plan', test: { op: 'is', value: 'pro' }, op: 'atLeast', lasting: 'P2D' },
    { if: 'memberOf', segment: SEGMENT },
  ),
)

const time = fc.constantFrom('00:00', '03:30', '09:00', '22:00')
const on = fc.constantFrom<Weekday[] | undefined>(undefined, ['MO'], ['SA', 'SU'])
const clockWait = fc.oneof(
  fc.record({ until: fc.constant('localTime'), at: time, on }),
  fc.record({
    until: fc.constant('window'),
    from: time,
    to: fc.constantFrom('00:00', '10:00'),
    overnight: fc.boolean(),
    on,
  }),
  fc.record({
    until: fc.constant('date'),
    date: fc.constantFrom({ in: 'attribute', attribute: 'due' }, { in: 'entryEvent', property: 'due' }),
    shift: fc.option(fc.record({ direction: fc.constantFrom('before', 'after'), by: lasting }), { nil: undefined }),
    at: time,
  }),
)

const nodeData = fc.oneof(
  fc.record({ type: fc.constant('trigger'), data: fc.record({ on: fc.constant('event'), event: match }) }),
  fc.record({ type: fc.constant('wait'), data: fc.record({ until: fc.constant('duration'), lasting }) }),
  fc.record({
    type: fc.constant('wait'),
    data: fc.record({
      until: fc.constant('event'),
      event: match,
      atMost: lasting,
      since: fc.option(lasting, { nil: undefined }),
    }),
  }),
  fc.record({
    type: fc.constant('wait'),
    data: fc.record({
      until: fc.constant('condition'),
      rule: fc.oneof(
        awaited,
        fc.tuple(awaited, awaited).map((any) => ({ any })),
      ),
      atMost: lasting,
    }),
  }),
  fc.record({ type: fc.constant('wait'), data: clockWait }),
  fc.record({
    type: fc.constant('branch'),
    data: fc.record({
      paths: fc.tuple(rule, rule).map((rules) => rules.map((each, n) => ({ id: `p${n}`, name: '', rule: each }))),
    }),
  }),
  fc.constant({ type: 'message', data: nodeTypes.message?.blank }),
  fc.constant({ type: 'split', data: nodeTypes.split?.blank }),
  fc.record({ type: fc.constant('exit'), data: fc.constantFrom({ reason: '' }, { reason: 'done' }) }),
)

const settings = fc.record({
  goal: fc.record({ event: match, within: lasting }),
  exit: fc.oneof(
    fc.constantFrom([], [{ on: 'goal' }], [{ on: 'event', event: { name: 'b', where: [] } }]),
    fc
      .record({ on: fc.constant('rule'), rule: awaited, when: fc.constantFrom('becomesTrue', 'stopsBeingTrue') })
      .map((each) => [each]),
  ),
})

const { waits: holds } = shapesOf(nodeTypes)

/** Any graph of these types. Ports lead forward, or anywhere where the node always waits, so that circles take time. */
const journey = fc
  .tuple(
    fc.array(nodeData, { minLength: 1, maxLength: 8 }),
    fc.array(fc.nat(99), { minLength: 24, maxLength: 24 }),
    settings,
  )
  .map(([nodes, draws, settings]) => {
    const placed = nodes.map((node, index) => ({ id: `n_${index}`, ...node }))
    const edges = placed.flatMap(({ id, type, data }, index) =>
      (nodeTypes[type]?.ports(data) ?? []).flatMap((port, n) => {
        const draw = draws[(index * 3 + n) % draws.length] ?? 0
        const target = holds({ type, data }) ? draw % placed.length : index + 1 + (draw % 3)
        const wired = target < placed.length && target !== index
        return wired ? [{ id: `${id}_${port}`, source: id, sourceHandle: port, target: `n_${target}` }] : []
      }),
    )
    return compile(journeySchema.parse({ ...emptyJourney, nodes: placed, edges, settings }), nodeTypes)
  })

const date = fc.constantFrom('2026-03-29', '2026-03-30T03:30', '2026-04-02T09:00Z', '2026-03-28', 'soon', undefined)
const events = fc.array(fc.tuple(names, hours, fc.nat(2)), { maxLength: 12 })
const known = fc.record({
  attributes: fc.record({ email: fc.constant('ana@people.example'), plan: fc.constantFrom('pro', 'free'), due: date }),
  entryEvent: fc.record({ due: date }),
  changedAt: fc.constantFrom<Record<string, number>[]>({}, { plan: entry - 30 * HOUR }, { due: entry + 20 * HOUR }),
  memberOf: fc.constantFrom<Record<string, number>[]>(
    {},
    { [SEGMENT]: entry - HOUR },
    { [SEGMENT]: entry + 40 * HOUR },
  ),
})
const facts = fc.tuple(events, known).map(([events, known]) =>
  factsOf(
    events.toSorted((a, b) => a[1] - b[1]).map(([name, after, x]) => [name, entry + after * HOUR, { x }]),
    known,
  ),
)

const zone = fc.constantFrom('Europe/Bucharest', 'Australia/Lord_Howe', 'UTC')
const ticks = fc
  .array(hours, { maxLength: 12 })
  .map((each) => each.toSorted((a, b) => a - b).map((after) => entry + after * HOUR))
const END = entry + 500 * HOUR

type Walk = { steps: Step[]; outcome: Run['outcome'] }

/** Runs at each tick in turn, as a worker does: with the events that have come in until then. */
function walk(
  journey: CompiledJourney,
  all: Facts,
  zone: string,
  ticks: readonly number[],
  knows: (now: number) => Facts,
): Walk {
  const entered = clockMoment(entry)
  let position: Position = { nodeId: 'n_0', arrived: entered, entered }
  const steps: Step[] = []
  for (const now of ticks) {
    for (;;) {
      const run = runUntilWaiting({ journey, enrollmentId: '1', position, facts: knows(now), zone, now })
      steps.push(...run.steps)
      if (run.outcome.do === 'end') return { steps, outcome: run.outcome }
      position = { nodeId: run.outcome.nodeId, arrived: run.outcome.arrived, entered }
      if (run.outcome.wakeAt > now || steps.length > 2000) break
      if (run.steps.length === 0) throw new Error('Parked for now, which would never end')
    }
  }
  return {
    steps,
    outcome: runUntilWaiting({ journey, enrollmentId: '1', position, facts: all, zone, now: ticks.at(-1) ?? entry })
      .outcome,
  }
}

const until =
  (all: Facts) =>
  (now: number): Facts => ({ ...all, events: all.events.filter((event) => event.at <= now) })

test('X10: path, instants, reasons and effects are the same however often the worker looks', () => {
  fc.assert(
    fc.property(journey, facts, zone, ticks, (journey, all, zone, ticks) => {
      const once = walk(journey, all, zone, [END], () => all)
      expect(walk(journey, all, zone, [...ticks, END], () => all)).toEqual(once)
      expect(walk(journey, all, zone, [...ticks, END], until(all))).toEqual(once)
    }),
    { numRuns: 300 },
  )
})

test('D20: time only goes forward: no step ends before it began, and none begins before the last one ended', () => {
  fc.assert(
    fc.property(journey, facts, zone, (journey, all, zone) => {
      const { steps } = walk(journey, all, zone, [END], () => all)
      let before = clockMoment(entry)
      for (const { arrived, left } of steps) {
        expect(isBefore(arrived, before)).toBe(false)
        expect(isBefore(left, arrived)).toBe(false)
        before = left
      }
    }),
  )
})

test('a contact is parked only for a moment still to come, and never where the time it knows is over', () => {
  fc.assert(
    fc.property(journey, facts, zone, ticks, (journey, all, zone, ticks) => {
      const { outcome, steps } = walk(journey, all, zone, [...ticks, entry + 60 * HOUR], until(all))
      const now = Math.max(...ticks, entry + 60 * HOUR)
      if (outcome.do === 'park' && steps.length < 200) expect(outcome.wakeAt).toBeGreaterThan(now)
      for (const { left } of steps) expect(isAfter(left, { at: now, seq: Number.POSITIVE_INFINITY })).toBe(false)
    }),
  )
})

test('no wait is left by an event from before it began, nor by one that another wait has used', () => {
  fc.assert(
    fc.property(journey, facts, zone, (journey, all, zone) => {
      const { steps } = walk(journey, all, zone, [END], () => all)
      const hits = steps.filter(({ because }) => because === 'happened')
      for (const { arrived, left } of hits) expect(isAfter(left, arrived)).toBe(true)
      expect(new Set(hits.map(({ left }) => `${left.at} ${left.seq}`)).size).toBe(hits.length)
    }),
  )
})
