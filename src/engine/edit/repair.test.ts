import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { nodeTypes } from '../../nodes/index.ts'
import { aJourney } from '../../testing/aJourney.ts'
import { randomJourney } from '../../testing/randomJourneys.ts'
import { type Journey, type JourneyNode, journeySchema } from '../journey.ts'
import type { Problem } from '../problem.ts'
import { validate } from '../validate.ts'
import { repair } from './repair.ts'

const context = { locales: ['en'], sourceLocale: 'en' }
const problemsOf = (journey: Journey) => validate(journey, nodeTypes, context)
const placeOf = ({ code, nodeId, port, edgeId }: Problem) => [code, nodeId, port, edgeId].join(' ')
const blocking = (problems: readonly Problem[]) => problems.filter(({ severity }) => severity === 'blocks').map(placeOf)

function mend(journey: Journey, problem: Problem | undefined): Journey {
  let count = 0
  const tools = {
    nodeTypes,
    newId: (prefix: string) => `${prefix}_new${++count}`,
    blankOf: (type: string) => z.record(z.string(), z.unknown()).parse(structuredClone(nodeTypes[type]?.blank)),
  }
  return problem?.repair ? repair(journey, problem.repair, tools) : journey
}
const only = (journey: Journey, code: string) => problemsOf(journey).find((problem) => problem.code === code)
const drawn = ({ edges }: Journey) =>
  edges.map(({ source, sourceHandle, target }) => `${source} ${sourceHandle} ${target}`)
const is = (value: string) => ({ if: 'attribute', attribute: 'plan', test: { op: 'is', value } }) as const

test('an open path gets an end', () => {
  const journey = aJourney().trigger('a').wait('P1D').build()
  expect(drawn(mend(journey, only(journey, 'openPort')))).toEqual(['n_1 next n_2', 'n_2 next n_new1'])
})

test('messages that come right after one another get one wait before the second, and only on those ways', () => {
  const journey = aJourney()
    .trigger('a')
    .email('One')
    .branch({ a: is('A') }, { a: (lane) => lane.wait('P3D') })
    .as('second')
    .email('Two')
    .exit()
    .build()
  const mended = mend(journey, only(journey, 'closeMessages'))
  expect(drawn(mended).sort()).toEqual(
    [
      'n_1 next n_2',
      'n_2 next n_3',
      'n_3 a n_4',
      'n_3 else n_new1',
      'n_4 next second',
      'n_new1 next second',
      'second next n_6',
    ].sort(),
  )
  expect(problemsOf(mended)).toEqual([])
})

test('a path that nobody takes goes with the steps that only it led to', () => {
  const journey = aJourney()
    .trigger('a')
    .branch(
      { never: { all: [is('A'), is('B')] }, a: is('A') },
      { never: (lane) => lane.as('x').wait('P1D').as('y').email('Y') },
    )
    .as('end')
    .exit()
    .build()
  const mended = mend(journey, only(journey, 'neverMatches'))
  expect(mended.nodes.map(({ id }) => id)).toEqual(['n_1', 'n_2', 'end'])
  expect(problemsOf(mended)).toEqual([])
})

test('a step whose only path nobody takes goes, and everybody goes on as they did', () => {
  const journey = aJourney()
    .trigger('a')
    .branch(
      { never: { all: [is('A'), is('B')] } },
      { never: (lane) => lane.as('x').email('X'), else: (lane) => lane.as('y').wait('P1D') },
    )
    .as('end')
    .exit()
    .build()
  expect(drawn(mend(journey, only(journey, 'neverMatches')))).toEqual(['n_1 next y', 'y next end'])
})

test('a repair whose place is gone changes nothing', () => {
  const journey = aJourney().trigger('a').wait('P1D').build()
  const problem = only(journey, 'openPort')
  const without = { ...journey, nodes: journey.nodes.slice(0, 1), edges: [] }
  expect(mend(without, problem)).toBe(without)
})

/** Journeys with edges taken away, or bent to other steps, into circles and onto triggers, and branches with one path only. */
const broken = fc
  .tuple(randomJourney, fc.array(fc.tuple(fc.nat(3), fc.nat(), fc.nat()), { maxLength: 4 }))
  .map(([journey, blows]) => blows.reduce(broke, journey))

function broke(journey: Journey, [what, a, b]: [number, number, number]): Journey {
  const edge = journey.edges[a % Math.max(1, journey.edges.length)]
  const node = journey.nodes[b % journey.nodes.length]
  if (!edge || !node) return journey
  if (what === 0)
    return { ...journey, nodes: journey.nodes.map((each) => (each.id === node.id ? narrowed(each) : each)) }
  const others = journey.edges.filter((each) => each !== edge)
  return { ...journey, edges: what === 1 ? others : [...others, { ...edge, target: node.id }] }
}

const narrowed = (node: JourneyNode): JourneyNode =>
  node.type === 'branch'
    ? { ...node, data: { paths: [{ id: 'p0', name: '', rule: { all: [is('A'), is('B')] } }] } }
    : node

test('whatever repair is offered removes its problem, adds none that blocks, and leaves a document that parses', () => {
  const mended = new Set<string>()
  fc.assert(
    fc.property(broken, (journey) => {
      const before = problemsOf(journey)
      for (const problem of before.filter((each) => each.repair)) {
        const after = mend(journey, problem)
        const left = problemsOf(after)
        expect(left.map(placeOf)).not.toContain(placeOf(problem))
        expect(blocking(before)).toEqual(expect.arrayContaining(blocking(left)))
        expect(journeySchema.safeParse(after).success).toBe(true)
        mended.add(problem.code)
      }
    }),
    { numRuns: 150 },
  )
  expect(mended.size).toBeGreaterThanOrEqual(4)
})

test('five hundred steps are judged anew after an edit in under ten milliseconds', () => {
  const builder = aJourney().trigger('a')
  for (let count = 0; count < 125; count += 1) {
    builder
      .email(`Mail ${count}`)
      .wait('P1D')
      .branch({ a: is('A'), b: { all: [is('B'), is('b')] } })
      .waitFor('order', 'P2D')
  }
  const journey = builder.exit().build()
  for (let warm = 0; warm < 20; warm += 1) problemsOf({ ...journey })
  const times = Array.from({ length: 30 }, () => {
    const edited = {
      ...journey,
      nodes: journey.nodes.map((node) => (node.id === 'n_5' ? { ...node, data: { ...node.data } } : node)),
    }
    const start = performance.now()
    problemsOf(edited)
    return performance.now() - start
  })
  // The quickest of them, for the others may have shared the processor.
  expect(Math.min(...times)).toBeLessThan(10)
})
