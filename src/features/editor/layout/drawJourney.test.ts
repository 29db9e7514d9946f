import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shapesOf } from '@/engine/edit/nodeShapes'
import type { Journey } from '@/engine/journey'
import { nodeTypes } from '@/nodes'
import { aJourney, type JourneyBuilder } from '@/testing/aJourney'
import { drawJourney } from './drawJourney'
import { CARD } from './measures'
import type { Picture, Placed } from './picture'

const shapes = shapesOf(nodeTypes)
const draw = (journey: Journey, direction: 'ltr' | 'rtl' = 'ltr') => drawJourney(journey, shapes, { direction })
const blue = { if: 'attribute', attribute: 'colour', test: { op: 'is', value: 'blue' } } as const
const place = (picture: Picture, id: string) =>
  picture.cards.get(id) ?? { x: Number.NaN, y: Number.NaN, width: 0, height: 0 }

const forked = () =>
  aJourney()
    .as('start')
    .trigger('signed_up')
    .as('fork')
    .branch(
      { one: blue, two: blue },
      { one: (lane) => lane.as('a').email('A').as('a2').wait('P1D'), two: (lane) => lane.as('b').email('B') },
    )
    .as('join')
    .wait('P1D')
    .as('end')
    .exit()
    .build()

test('a straight journey stands on one axis, top to bottom', () => {
  const { cards, order } = draw(aJourney().trigger('a').wait('P1D').email('Hello').exit().build())
  expect(order).toEqual(['n_1', 'n_2', 'n_3', 'n_4'])
  expect(new Set([...cards.values()].map(({ x }) => x)).size).toBe(1)
})

test('lanes lie side by side in the order of the ports, and join below the tallest', () => {
  const picture = draw(forked())
  const [a, a2, b, join] = ['a', 'a2', 'b', 'join'].map((id) => place(picture, id))
  expect(a?.x).toBeLessThan(b?.x ?? 0)
  expect(a?.y).toBe(b?.y)
  expect(join?.y).toBeGreaterThan((a2?.y ?? 0) + CARD.height)
  expect(picture.order).toEqual(['start', 'fork', 'a', 'a2', 'b', 'join', 'end'])
})

test('an empty lane keeps a column of its own', () => {
  const picture = draw(forked())
  const empty = [...picture.routes.values()].find(({ from, to, column }) => column !== to.x && column !== from.x)
  expect(empty?.column).toBeGreaterThan(place(picture, 'b').x + CARD.width)
})

test('right to left is the mirror image', () => {
  const [ltr, rtl] = [draw(forked()), draw(forked(), 'rtl')]
  for (const [id, { x, y, width }] of ltr.cards) {
    expect(place(rtl, id).x).toBeCloseTo(-x - width)
    expect(place(rtl, id).y).toBe(y)
  }
})

test('several triggers stand side by side and join at the first step', () => {
  const picture = draw(aJourney().trigger('a').trigger('b').as('first').wait('P1D').build())
  expect(place(picture, 'n_1').y).toBe(place(picture, 'n_2').y)
  expect(place(picture, 'first').y).toBeGreaterThan(place(picture, 'n_1').y)
})

test('an open port has a slot, and a jump back is a stub that names its target', () => {
  const picture = draw(
    aJourney()
      .trigger('a')
      .as('one')
      .wait('P1D')
      .waitFor('order', 'P1D', { timeout: (lane) => lane.to('one') })
      .build(),
  )
  expect(picture.slots.map(({ port, jump }) => [port, jump?.target])).toEqual([
    ['happened', undefined],
    ['timeout', 'one'],
  ])
})

test('steps that nothing leads to stand apart', () => {
  const journey = forked()
  const picture = draw({ ...journey, edges: journey.edges.filter(({ target }) => target !== 'b') })
  expect(place(picture, 'b').y).toBe(0)
})

const lasting = fc.constantFrom('P1D', 'PT1H')
type Piece = { what: 'step'; lasting: string } | { what: 'end' } | { what: 'fork'; lanes: Piece[][] }
const { pieces } = fc.letrec<{ pieces: Piece[]; piece: Piece }>((tie) => ({
  pieces: fc.array(tie('piece'), { maxLength: 4 }),
  piece: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ what: fc.constant('step' as const), lasting }),
    fc.record({ what: fc.constant('fork' as const), lanes: fc.array(tie('pieces'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ what: fc.constant('end' as const) }),
  ),
}))

function build(builder: JourneyBuilder, list: readonly Piece[]): JourneyBuilder {
  for (const piece of list) {
    if (piece.what === 'end') return builder.exit()
    if (piece.what === 'step') builder.wait(piece.lasting)
    else {
      const names = piece.lanes.map((_, index) => `lane${index}`)
      builder.branch(
        Object.fromEntries(names.map((name) => [name, blue])),
        Object.fromEntries(
          piece.lanes.map((lane, index) => [`lane${index}`, (inner: JourneyBuilder) => build(inner, lane)]),
        ),
      )
    }
  }
  return builder
}

const apart = (one: Placed, other: Placed) =>
  one.x + one.width <= other.x ||
  other.x + other.width <= one.x ||
  one.y + one.height <= other.y ||
  other.y + other.height <= one.y

describe('any structured journey', () => {
  test('has no two cards or slots on top of each other, and every edge leads down', () => {
    fc.assert(
      fc.property(pieces, fc.constantFrom('ltr' as const, 'rtl' as const), (list, direction) => {
        const picture = draw(build(aJourney().trigger('start'), list).build(), direction)
        const things = [...picture.cards.values(), ...picture.slots]
        things.forEach((one, index) => {
          for (const other of things.slice(index + 1)) expect(apart(one, other)).toBe(true)
        })
        for (const { from, to } of picture.routes.values()) expect(to.y).toBeGreaterThan(from.y)
      }),
      { numRuns: 200 },
    )
  })

  test('keeps the order of lanes', () => {
    fc.assert(
      fc.property(pieces, (list) => {
        const journey = build(aJourney().trigger('start'), list).build()
        const { routes } = draw(journey)
        for (const node of journey.nodes) {
          const columns = shapes.ports(node).flatMap((port) => {
            const edge = journey.edges.find((each) => each.source === node.id && each.sourceHandle === port)
            return routes.get(edge?.id ?? `slot ${node.id} ${port}`)?.column ?? []
          })
          expect(columns).toEqual(columns.toSorted((one, other) => one - other))
        }
      }),
    )
  })
})

test('a thousand steps are drawn in well under a second', () => {
  const builder = aJourney().trigger('start')
  for (let count = 0; count < 200; count += 1) {
    builder.branch(
      { one: blue, two: blue },
      { one: (lane) => lane.wait('P1D').email('A'), two: (lane) => lane.wait('P1D') },
    )
    builder.wait('P1D')
  }
  const journey = builder.build()
  expect(journey.nodes.length).toBeGreaterThan(1000)
  draw(journey)
  const began = performance.now()
  draw(journey)
  expect(performance.now() - began).toBeLessThan(250)
})
