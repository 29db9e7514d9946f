import { expect, test } from 'vitest'
import type { Rule } from '../../audience/rule.ts'
import { compile } from '../../engine/compile.ts'
import { clockMoment } from '../../engine/moment.ts'
import { runUntilWaiting } from '../../engine/runUntilWaiting.ts'
import { aJourney } from '../../testing/aJourney.ts'
import { factsOf } from '../../testing/factsOf.ts'
import { visitOf } from '../../testing/visitOf.ts'
import { nodeTypes } from '../index.ts'
import { branch } from './branch.ts'
import { movePath, newPath } from './newPath.ts'

const path = (id: string, rule: unknown) => ({ id, name: id, rule })
const isPro = { if: 'attribute', attribute: 'plan', test: { op: 'is', value: 'pro' } }
const ordered = { not: { any: [{ if: 'performed', event: { name: 'ordered' } }] } }

test('has a port per path in the author’s order, and one for everyone else', () => {
  expect(branch.ports(branch.data.parse({ paths: [path('b', isPro), path('a', isPro)] }))).toEqual(['b', 'a', 'else'])
})

test('decides by the present of the visit', () => {
  const data = branch.data.parse({ paths: [path('new', ordered)] })
  const facts = factsOf([['ordered', 2000]])
  const visit = (at: number) => branch.visit(visitOf(data, { facts, moment: clockMoment(at) }))
  expect(visit(1000)).toMatchObject({ by: 'new', because: 'matched' })
  expect(visit(3000)).toMatchObject({ by: 'else', because: 'noMatch' })
})

test('names every event its rules ask about, however deep', () => {
  expect(branch.reads(branch.data.parse({ paths: [path('a', { all: [isPro, ordered] })] }))).toEqual(['ordered'])
})

test('says which paths are unfinished', () => {
  const data = branch.data.parse({ paths: [path('a', isPro), path('b', { all: [] })] })
  expect(branch.check(data, { locales: ['en'], sourceLocale: 'en' })).toEqual([
    { code: 'branch.emptyPath', severity: 'blocks', params: { number: 2 }, port: 'b' },
  ])
})

test('gives a new path an id that no other path has', () => {
  const paths = branch.data.parse({ paths: [path('path1', isPro), path('path7', isPro), path('vip', isPro)] }).paths
  expect(newPath(paths).id).toBe('path8')
})

test.each([
  [0, 1, ['b', 'a', 'c']],
  [2, -1, ['a', 'c', 'b']],
  [0, -1, ['a', 'b', 'c']],
  [2, 1, ['a', 'b', 'c']],
])('moves path %i by %i', (index, by, ids) => {
  const { paths } = branch.data.parse({ paths: [path('a', isPro), path('b', isPro), path('c', isPro)] })
  expect(movePath(paths, index, by).map(({ id }) => id)).toEqual(ids)
})

test('V7: who passes the first branch and not the second lands on the step behind its last port', () => {
  const state: Rule = { if: 'attribute', attribute: 'state', test: { op: 'is', value: 'AL' } }
  const other: Rule = { if: 'entryEvent', property: 'brand', test: { op: 'isNot', value: 'Fender' } }
  const journey = aJourney()
    .trigger('viewed')
    .branch({ al: state }, { else: (lane) => lane.as('first').exit() })
    .branch({ other }, { other: (lane) => lane.as('second').exit() })
    .as('third')
    .exit()
    .build()
  const entered = { at: 1000, seq: 1 }
  const { steps } = runUntilWaiting({
    journey: compile(journey, nodeTypes),
    enrollmentId: '1',
    position: { nodeId: 'n_1', arrived: entered, entered },
    facts: factsOf([['viewed', 1000]], { attributes: { state: 'al' }, entryEvent: { brand: 'Fender' } }),
    zone: 'UTC',
    now: 2000,
  })
  expect(steps.map(({ nodeId, port }) => [nodeId, port])).toEqual([
    ['n_1', 'next'],
    ['n_2', 'al'],
    ['n_4', 'else'],
    ['third', undefined],
  ])
})
