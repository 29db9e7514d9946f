import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noFacts } from '../../audience/facts.ts'
import type { Rule } from '../../audience/rule.ts'
import { nodeTypes } from '../../nodes/index.ts'
import { aJourney, type JourneyBuilder } from '../../testing/aJourney.ts'
import { compile } from '../compile.ts'
import { flowOrder } from '../edit/flowOrder.ts'
import { shapesOf } from '../edit/nodeShapes.ts'
import type { Journey } from '../journey.ts'
import { clockMoment } from '../moment.ts'
import { runUntilWaiting } from '../runUntilWaiting.ts'
import { deadPaths } from './deadPaths.ts'

const dead = (journey: Journey) => deadPaths(journey, { flow: flowOrder(journey, shapesOf(nodeTypes)), nodeTypes })
const said = (journey: Journey) => dead(journey).map(({ code, nodeId, port }) => `${code} ${nodeId} ${port}`)
const plan = (value: string): Rule => ({ if: 'attribute', attribute: 'plan', test: { op: 'is', value } })
const total = (op: 'moreThan' | 'lessThan', value: number): Rule => ({
  if: 'entryEvent',
  property: 'total',
  test: { op, value },
})

test('a path whose conditions clash never matches, and can be taken out', () => {
  const journey = aJourney()
    .trigger('a')
    .branch({ both: { all: [plan('A'), plan('B')] }, one: plan('A') })
    .exit()
    .build()
  expect(dead(journey)).toEqual([
    {
      code: 'neverMatches',
      severity: 'warns',
      params: { number: 1 },
      nodeId: 'n_2',
      port: 'both',
      repair: { do: 'removePath', nodeId: 'n_2', port: 'both' },
    },
  ])
})

test('where nobody takes the only path of a step, the step may go, unless nothing follows it otherwise', () => {
  const journey = aJourney()
    .trigger('a')
    .branch({ both: { all: [plan('A'), plan('B')] } })
    .exit()
    .build()
  expect(dead(journey)[0]?.repair).toEqual({ do: 'removeStep', nodeId: 'n_2', keepPort: 'else' })
  const open = { ...journey, edges: journey.edges.filter(({ sourceHandle }) => sourceHandle !== 'else') }
  expect(dead(open)[0]).not.toHaveProperty('repair')
})

test('a path that earlier ones take everybody from is covered: the same, a narrower one, or one split among them', () => {
  const branch = (paths: Record<string, Rule>) => said(aJourney().trigger('a').branch(paths).exit().build())
  expect(branch({ one: plan('A'), two: plan('a') })).toEqual(['coveredPath n_2 two'])
  expect(branch({ one: total('moreThan', 50), two: total('moreThan', 100) })).toEqual(['coveredPath n_2 two'])
  expect(branch({ one: total('moreThan', 100), two: total('moreThan', 50) })).toEqual([])
  const rest = { any: [plan('A'), plan('B')] }
  expect(branch({ one: plan('A'), two: plan('B'), rest })).toEqual(['coveredPath n_2 rest'])
})

test('an unfinished rule covers nothing and is not judged', () => {
  expect(
    said(
      aJourney()
        .trigger('a')
        .branch({ one: { all: [] }, two: plan('A'), three: { all: [plan('A'), { any: [] }] } })
        .exit()
        .build(),
    ),
  ).toEqual([])
})

test('what every way there has decided against never matches', () => {
  const again = aJourney()
    .trigger('a')
    .branch({ a: plan('A') }, { a: (lane) => lane.exit() })
  expect(
    said(
      again
        .branch({ b: plan('A') })
        .exit()
        .build(),
    ),
  ).toEqual(['decidedBefore n_4 b'])
})

test.each<[string, (journey: JourneyBuilder) => JourneyBuilder]>([
  ['a wait', (journey) => journey.wait('P1D')],
  ['a message, which quiet hours may hold back,', (journey) => journey.email('Hello')],
])('%s unsettles what the profile of people said, but not what let them in', (_, hold) => {
  const journey = (rule: Rule) =>
    hold(
      aJourney()
        .trigger('a')
        .branch({ a: rule }, { a: (lane) => lane.exit() }),
    )
      .branch({ b: rule })
      .exit()
      .build()
  expect(said(journey(plan('A')))).toEqual([])
  expect(said(journey(total('moreThan', 5)))).toEqual(['decidedBefore n_5 b'])
})

test('where ways join, only what all of them decided counts', () => {
  const joined = aJourney()
    .trigger('a')
    .branch({ a: plan('A') })
    .as('again')
    .branch({ b: plan('A') })
    .exit()
    .build()
  expect(said(joined)).toEqual([])
})

test('a circle decides nothing about its own beginning', () => {
  const journey = aJourney()
    .trigger('a')
    .as('first')
    .branch({ a: total('moreThan', 5) }, { a: (lane) => lane.exit() })
    .wait('P1D')
    .to('first')
    .build()
  expect(said(journey)).toEqual([])
})

const rules = fc.oneof(
  fc.constantFrom('A', 'B').map(plan),
  fc
    .tuple(fc.constantFrom<'moreThan' | 'lessThan'>('moreThan', 'lessThan'), fc.nat(3))
    .map(([op, value]) => total(op, value)),
)
const rule: fc.Arbitrary<Rule> = fc.oneof(
  rules,
  rules.map((not) => ({ not })),
  fc.array(rules, { minLength: 1, maxLength: 2 }).map((all) => ({ all })),
  fc.array(rules, { minLength: 1, maxLength: 2 }).map((any) => ({ any })),
)
const step = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(rule, rule).map(([one, two]) => ({ paths: { one, two } })) },
  fc.constant({ paths: undefined }),
)
const facts = fc.record({
  attributes: fc.record({ plan: fc.constantFrom('A', 'b', 'C', 1) }),
  entryEvent: fc.record({ total: fc.constantFrom(0, 1, 1.5, 2, 3, 'many') }),
  events: fc.constant([]),
})

test('nobody is ever seen on a path that was said to be dead', () => {
  let seen = 0
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 2, maxLength: 6 }),
      fc.array(fc.nat(9), { minLength: 18, maxLength: 18 }),
      fc.array(facts, { minLength: 8, maxLength: 8 }),
      (steps, draws, contacts) => {
        const journey = chain(steps, draws)
        const paths = new Set(dead(journey).map(({ nodeId, port }) => `${nodeId} ${port}`))
        seen += paths.size
        const compiled = compile(journey, nodeTypes)
        for (const each of contacts) {
          const { steps: taken } = runUntilWaiting({
            journey: compiled,
            position: { nodeId: 'n_0', arrived: clockMoment(0), entered: clockMoment(0) },
            enrollmentId: 'one',
            facts: { ...noFacts, ...each },
            zone: 'UTC',
            now: 1e12,
          })
          for (const { nodeId, port } of taken) expect(paths.has(`${nodeId} ${port}`)).toBe(false)
        }
      },
    ),
    { numRuns: 150 },
  )
  expect(seen).toBeGreaterThan(10)
})

/** Steps in a row, each port leading to one of the next three. */
function chain(steps: readonly { paths: Record<string, Rule> | undefined }[], draws: readonly number[]): Journey {
  const drawn = aJourney().as('n_0').trigger('a')
  steps.forEach(({ paths }, index) => {
    drawn.as(`n_${index + 1}`)
    paths ? drawn.branch(paths) : drawn.wait('P1D')
  })
  const journey = drawn.build()
  return {
    ...journey,
    edges: journey.edges.flatMap((edge, index) => {
      const target = Number(edge.source.slice(2)) + 1 + ((draws[index] ?? 0) % 3)
      return target <= steps.length ? [{ ...edge, target: `n_${target}` }] : []
    }),
  }
}
