import fc from 'fast-check'
import type { EventMatch, Rule } from '../audience/rule.ts'
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
const rule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ if: fc.constant('performed' as const), event: match, within: lasting }),
  fc.record({ if: fc.constant('performed' as const), event: match }).map((performed): Rule => ({ not: performed })),
  fc.constant<Rule>({ if: 'attribute', attribute: 'plan', test: { op: 'is', value: 'pro' } }),
  fc.constant<Rule>({ if: 'entryEvent', property: 'x', test: { op: 'atLeast', value: 1 } }),
)
const written = { en: { subject: 'Hello', preheader: '', body: 'Hello.' } }

type Data = Record<string, unknown>

/** Publishable data for each type of step. A type that joins the registry needs its line here; a test says so. */
export const randomData: Readonly<Record<string, fc.Arbitrary<Data>>> = {
  trigger: fc.constant({ on: 'event', event: { name: 'entered', where: [] } }),
  wait: fc.oneof(
    fc.record({ until: fc.constant('duration'), lasting }),
    fc.record({ until: fc.constant('event'), event: match, atMost: lasting }),
  ),
  branch: fc
    .tuple(rule, rule)
    .map((rules) => ({ paths: rules.map((each, index) => ({ id: `p${index}`, name: '', rule: each })) })),
  split: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 2, maxLength: 3 }).map((weights) => ({
    arms: weights.map((weight, index) => ({ id: `a${index}`, name: '', weight, holdout: false })),
    promoted: null,
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
  exit: fc.constantFrom([], [{ on: 'goal' }], [{ on: 'event', event: { name: 'b', where: [] } }]),
})

/**
 * A journey of any types that may be published: it begins at the trigger `n_0`, ports lead forward, or anywhere where the
 * step can wait, so that circles take time; what nothing leads to is left out.
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
        const target = nodeTypes[type]?.waits ? 1 + (draw % others.length) : index + 1 + (draw % 3)
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
