import fc from 'fast-check'
import type { EventMatch, Rule } from '../audience/rule.ts'
import { shapesOf } from '../engine/edit/nodeShapes.ts'
import { emptyJourney, type Journey, journeySchema } from '../engine/journey.ts'
import { nodeTypes } from '../nodes/index.ts'

/** A small world, so that events, deadlines and ticks often fall on the same instant. */
export const eventNames = fc.constantFrom('a', 'b')
const lasting = fc.oneof(
  fc.integer({ min: 1, max: 30 }).map((count) => `PT${count}H`),
  fc.integer({ min: 1, max: 2 }).map((count) => `P${count}D`),
)
const match: fc.Arbitrary<EventMatch> = fc.record({
  name: eventNames,
  where: fc.constantFrom<EventMatch['where']>([], [{ property: 'x', test: { op: 'is', value: 1 } }]),
})
const condition: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ if: fc.constant('performed' as const), event: match, within: lasting }),
  fc.record({
    if: fc.constant('performed' as const),
    event: match,
    times: fc.record({
      op: fc.constantFrom('atLeast' as const, 'exactly' as const, 'atMost' as const),
      count: fc.nat(2),
    }),
  }),
  fc.record({
    if: fc.constant('performed' as const),
    event: match,
    sum: fc.constant({ property: 'x', op: 'atLeast' as const, value: 2 }),
  }),
  fc.record({
    if: fc.constant('eventProperty' as const),
    which: fc.constantFrom('first' as const, 'last' as const),
    event: match,
    property: fc.constant('x'),
    test: fc.constant({ op: 'is' as const, value: 1 }),
  }),
  fc.constantFrom<Rule>(
    { if: 'attribute', attribute: 'plan', test: { op: 'is', value: 'pro' } },
    { if: 'attribute', attribute: 'due', test: { op: 'withinNext', lasting: 'P2D' } },
    { if: 'attribute', attribute: 'due', test: { op: 'before', value: '2027-03-03' } },
    { if: 'entryEvent', property: 'x', test: { op: 'atLeast', value: 1 } },
    { if: 'locale', in: ['ro', 'pt-BR'] },
  ),
)
const rule: fc.Arbitrary<Rule> = fc.oneof(
  condition,
  condition.map((not) => ({ not })),
  fc.tuple(condition, condition).map((any) => ({ any })),
)
const time = fc.constantFrom('00:00', '03:30', '09:00', '22:00')
const on = fc.constantFrom(undefined, ['MO'], ['SA', 'SU'])
const written = { en: { subject: 'Hello', preheader: '', body: 'Hello.' } }

type Data = Record<string, unknown>

/** Publishable data for each type of step. A type that joins the registry needs its line here; a test says so. */
export const randomData: Readonly<Record<string, fc.Arbitrary<Data>>> = {
  trigger: fc.constant({ on: 'event', event: { name: 'entered', where: [] } }),
  wait: fc.oneof(
    fc.record({ until: fc.constant('duration'), lasting }),
    fc.record({ until: fc.constant('localTime'), at: time, on }),
    fc.record({ until: fc.constant('window'), from: time, to: fc.constant('10:00'), overnight: fc.boolean(), on }),
    fc.record({
      until: fc.constant('date'),
      date: fc.constantFrom({ in: 'attribute', attribute: 'due' }, { in: 'entryEvent', property: 'due' }),
      shift: fc.option(fc.record({ direction: fc.constantFrom('before', 'after'), by: lasting }), { nil: undefined }),
      at: time,
    }),
    fc.record({ until: fc.constant('event'), event: match, atMost: lasting }),
  ),
  branch: fc
    .tuple(rule, rule)
    .map((rules) => ({ paths: rules.map((each, index) => ({ id: `p${index}`, name: '', rule: each })) })),
  split: fc.tuple(fc.nat(3), fc.constantFrom(null, null, 'b')).map(([weight, promoted]) => ({
    arms: [
      { id: 'a', name: '', weight, holdout: false },
      { id: 'b', name: '', weight: 2, holdout: true },
    ],
    promoted,
  })),
  message: fc.constant({ name: '', channel: 'email', topic: 'marketing', content: written }),
  exit: fc.constantFrom({ reason: '' }, { reason: 'done' }),
}

const later = fc.oneof(
  ...Object.entries(randomData)
    .filter(([type]) => type !== 'trigger')
    .map(([type, data]) => fc.record({ type: fc.constant(type), data })),
)
const entry = fc.record({ type: fc.constant('trigger'), data: randomData.trigger ?? fc.constant({}) })

const settings = fc.record({
  goal: fc.record({ event: match, within: lasting }),
  holdout: fc.constantFrom(undefined, undefined, 0.2),
  exit: fc.constantFrom([], [{ on: 'goal' }], [{ on: 'event', event: { name: 'b', where: [] } }]),
})

const { waits: holds } = shapesOf(nodeTypes)

/**
 * A journey of any types that may be published: it begins at the trigger `n_0`, ports lead forward, or anywhere where the
 * step always waits, so that circles take time; what nothing leads to is left out.
 */
export const randomJourney: fc.Arbitrary<Journey> = fc
  .tuple(
    entry,
    fc.array(later, { minLength: 1, maxLength: 8 }),
    fc.array(fc.nat(99), { minLength: 27, maxLength: 27 }),
    settings,
  )
  .map(([first, others, draws, settings]) => {
    const nodes = [first, ...others].map((node, index) => ({ id: `n_${index}`, ...node }))
    const edges = nodes.flatMap(({ id, type, data }, index) =>
      (nodeTypes[type]?.ports(data) ?? []).flatMap((port, n) => {
        const draw = draws[(index * 3 + n) % draws.length] ?? 0
        const target = holds({ type, data }) ? 1 + (draw % others.length) : index + 1 + (draw % 3)
        const wired = target < nodes.length && target !== index
        return wired ? [{ id: `${id}_${port}`, source: id, sourceHandle: port, target: `n_${target}` }] : []
      }),
    )
    return journeySchema.parse({ ...emptyJourney, ...reached({ nodes, edges }), settings })
  })

function reached<Node extends { id: string }>({ nodes, edges }: { nodes: Node[]; edges: Journey['edges'] }) {
  const found = new Set(['n_0'])
  for (const id of found) for (const { source, target } of edges) if (source === id) found.add(target)
  return { nodes: nodes.filter(({ id }) => found.has(id)), edges: edges.filter(({ source }) => found.has(source)) }
}
