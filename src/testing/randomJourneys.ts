import fc from 'fast-check'
import type { EventMatch, Rule } from '../audience/rule.ts'
import { waysIn } from '../engine/edit/jumps.ts'
import { shapesOf } from '../engine/edit/nodeShapes.ts'
import { emptyJourney, type Journey, journeySchema } from '../engine/journey.ts'
import { nodeTypes } from '../nodes/index.ts'
import { randomTrigger } from './randomTriggers.ts'

/** The list that rules ask about and steps change. */
export const LIST = '00000000-0000-4000-8000-000000000001'

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
    { if: 'message', did: 'opened', within: 'P1D' },
    { if: 'unchanged', attribute: 'plan', test: { op: 'is', value: 'pro' }, op: 'lessThan', lasting: 'P1D' },
    { if: 'unchanged', attribute: 'plan', test: { op: 'exists' }, op: 'atLeast', lasting: 'PT30H' },
    { if: 'subscribed', channel: 'email', topic: 'marketing' },
    { if: 'score', op: 'moreThan', value: 1 },
    { if: 'memberOf', segment: LIST },
    { if: 'stage', in: ['active'] },
    { if: 'reachable', channel: 'email' },
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
  trigger: randomTrigger,
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
    fc.record({
      until: fc.constant('event'),
      event: match,
      atMost: lasting,
      since: fc.option(lasting, { nil: undefined }),
    }),
    fc.record({ until: fc.constant('condition'), rule, atMost: lasting }),
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
  message: fc.record({
    name: fc.constant(''),
    channel: fc.constant('email'),
    topic: fc.constantFrom('marketing', 'service'),
    capClass: fc.constantFrom('marketing', 'marketing', 'service', 'urgent'),
    window: fc.constantFrom(
      undefined,
      undefined,
      { from: '09:00', to: '17:00' },
      { from: '22:00', to: '03:30', overnight: true },
    ),
    hasNotSent: fc.boolean(),
    content: fc.constant(written),
  }),
  update: fc
    .array(
      fc.constantFrom(
        { do: 'set', attribute: 'plan', value: { is: 'text', value: 'pro' } },
        { do: 'set', attribute: 'due', value: { is: 'date', value: '2027-03-04' } },
        { do: 'set', attribute: 'x', value: { is: 'entryEvent', property: 'x' } },
        { do: 'unset', attribute: 'plan' },
        { do: 'add', attribute: 'score', by: 2 },
        { do: 'stage', stage: 'active' },
        { do: 'unsubscribe', channel: 'email', topic: 'marketing' },
        { do: 'subscribe', channel: 'email', topic: 'marketing' },
        { do: 'join', list: LIST },
        { do: 'leave', list: LIST },
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((changes) => ({ changes })),
  webhook: fc.constant({
    method: 'POST',
    url: 'https://example.com/hook',
    headers: [],
    body: { as: 'json', template: '' },
    answer: [{ path: 'code', attribute: 'code' }],
    retries: 2,
    seconds: 5,
  }),
  task: fc.constant({ title: 'Call', note: '', assignee: 'ann@example.com', due: 'P1D' }),
  goTo: fc.constantFrom(
    { where: 'step', step: '', most: 2 },
    { where: 'step', step: '', most: 1 },
    { where: 'step', step: '', most: 3 },
    { where: 'journey', journey: '00000000-0000-4000-8000-000000000001' },
  ),
  exit: fc.constantFrom({ reason: '' }, { reason: 'done' }),
}

const later = fc.oneof(
  ...Object.entries(randomData)
    .filter(([type]) => type !== 'trigger')
    // Ends come seldom, so that paths have some length.
    .map(([type, data]) => ({
      weight: nodeTypes[type]?.group === 'end' ? 1 : 3,
      arbitrary: fc.record({ type: fc.constant(type), data }),
    })),
)
const entry = fc.record({ type: fc.constant('trigger'), data: randomData.trigger ?? fc.constant({}) })

const settings = fc.record({
  goal: fc.record({ event: match, within: lasting }),
  holdout: fc.constantFrom(undefined, undefined, 0.2),
  exit: fc.oneof(
    {
      weight: 8,
      arbitrary: fc.constantFrom(
        [],
        [],
        [{ on: 'goal' }],
        [{ on: 'event', event: { name: 'b', where: [] } }],
        [{ on: 'unsubscribed' }],
      ),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({ on: fc.constant('rule'), rule, when: fc.constantFrom('becomesTrue', 'stopsBeingTrue') })
        .map((each) => [each]),
    },
  ),
})

const shapes = shapesOf(nodeTypes)
const { waits: holds } = shapes

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
    const drawn = [first, ...others].map((node, index) => ({ id: `n_${index}`, ...node }))
    const nodes = drawn.map((node, index) => withTarget(node, { drawn, index, draw: draws[index] ?? 0 }))
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

type Drawn = { id: string; type: string; data: Data }

/** A jump to a step of this journey leads forward, or to one that always waits; where there is none, into another one. */
function withTarget(node: Drawn, { drawn, index, draw }: { drawn: Drawn[]; index: number; draw: number }): Drawn {
  if (node.type !== 'goTo' || node.data.where !== 'step') return node
  const targets = drawn.filter((each, at) => at > index || (at > 0 && at !== index && holds(each)))
  const target = targets[draw % Math.max(targets.length, 1)]
  const journey = '00000000-0000-4000-8000-000000000001'
  return { ...node, data: target ? { ...node.data, step: target.id } : { where: 'journey', journey } }
}

function reached({ nodes, edges }: { nodes: Drawn[]; edges: Journey['edges'] }) {
  const found = new Set(['n_0'])
  const ways = waysIn({ nodes, edges }, shapes)
  for (const id of found) for (const { source, target } of ways) if (source === id) found.add(target)
  return { nodes: nodes.filter(({ id }) => found.has(id)), edges: edges.filter(({ source }) => found.has(source)) }
}
