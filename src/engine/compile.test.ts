import { expect, test } from 'vitest'
import { nodeTypes } from '../nodes/index.ts'
import { aJourney } from '../testing/aJourney.ts'
import { compile, UnknownNodeTypeError } from './compile.ts'
import { emptyJourney, journeySchema } from './journey.ts'

test('collects every event a run may ask about, once', () => {
  const journey = aJourney()
    .trigger('signed_up')
    .waitFor('ordered', 'P1D')
    .waitFor('ordered', 'P2D')
    .goal('paid', 'P1D')
    .with({ exit: [{ on: 'goal' }, { on: 'event', event: { name: 'left', where: [] } }] })
    .build()
  expect([...compile(journey, nodeTypes).reads].sort()).toEqual(['left', 'ordered', 'paid'])
})

test('refuses a type it does not know, by name and place', () => {
  const journey = { ...emptyJourney, nodes: [{ id: 'n_9', type: 'teleport', data: {} }] }
  expect(() => compile(journey, nodeTypes)).toThrow(UnknownNodeTypeError)
  expect(() => compile(journey, nodeTypes)).toThrow(/n_9.*teleport/)
})

test('refuses data its type does not accept', () => {
  expect(() => compile(aJourney().wait('-P1D').build(), nodeTypes)).toThrow(/duration/)
})

test.each([
  ['a format from the future', { ...emptyJourney, format: 2 }],
  ['a field nobody knows', { ...emptyJourney, colour: 'red' }],
  ['no nodes at all', { format: 1, edges: [] }],
  ['an edge without a port', { ...emptyJourney, edges: [{ id: 'e', source: 'a', sourceHandle: '', target: 'b' }] }],
  ['a rest of no time', { ...emptyJourney, settings: { reentry: { allow: 'after', rest: 'PT0S' } } }],
])('the document refuses %s', (_claim, document) => {
  expect(journeySchema.safeParse(document).success).toBe(false)
})

test('the document fills in settings that are not there, and survives JSON', () => {
  const parsed = journeySchema.parse({ format: 1, nodes: [], edges: [] })
  expect(parsed).toEqual(emptyJourney)
  expect(journeySchema.parse(JSON.parse(JSON.stringify(parsed)))).toEqual(parsed)
})
