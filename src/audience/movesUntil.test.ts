import { expect, test } from 'vitest'
import { factsOf } from '../testing/factsOf.ts'
import { movesUntil } from './movesUntil.ts'
import type { Rule } from './rule.ts'

const at = (text: string) => Date.parse(`2027-03-${text}`)
const lately: Rule = { if: 'performed', event: { name: 'bought', where: [] }, within: 'P2D' }
const facts = factsOf([
  ['bought', at('01T12:00Z')],
  ['bought', at('02T12:00Z')],
  ['bought', at('10T12:00Z')],
])
const stay = { from: at('01T12:00Z'), now: at('20T12:00Z'), zone: 'UTC', isIn: false }

test('finds every time a contact went in and out, at the instant it did', () => {
  expect(movesUntil(lately, facts, stay)).toEqual({
    moves: [
      { at: at('01T12:00Z'), enters: true },
      { at: at('04T12:00Z') + 1, enters: false },
      { at: at('10T12:00Z'), enters: true },
      { at: at('12T12:00Z') + 1, enters: false },
    ],
  })
})

test('looks no further than the clock, and says when to look next', () => {
  expect(movesUntil(lately, facts, { ...stay, now: at('03T12:00Z') })).toEqual({
    moves: [{ at: at('01T12:00Z'), enters: true }],
    next: at('04T12:00Z') + 1,
  })
})

test('moves are the same however often anybody looks', () => {
  const [whole] = [movesUntil(lately, facts, stay).moves]
  const pieces: typeof whole = []
  let from = stay.from
  for (let now = stay.from; now <= stay.now; now += 5 * 3_600_000) {
    if (from > now) continue
    const { moves, next } = movesUntil(lately, facts, { ...stay, from, now, isIn: pieces.at(-1)?.enters ?? false })
    pieces.push(...moves)
    from = next ?? Number.POSITIVE_INFINITY
  }
  expect(pieces).toEqual(whole)
})

test('who is in already does not enter', () => {
  expect(movesUntil(lately, facts, { ...stay, now: at('01T12:00Z'), isIn: true }).moves).toEqual([])
})
