import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockMoment, earlier, isAfter, isBefore } from './moment.ts'

const moment = fc.record({ at: fc.nat(5), seq: fc.nat(5) })

test('orders any two different moments one way, and no moment before itself', () => {
  fc.assert(
    fc.property(moment, moment, (a, b) => {
      const same = a.at === b.at && a.seq === b.seq
      expect([isBefore(a, b), isAfter(a, b), same].filter(Boolean)).toHaveLength(1)
      expect([a, b]).toContain(earlier(a, b))
      expect(isAfter(earlier(a, b), a)).toBe(false)
    }),
  )
})

test('keeps the order across three moments', () => {
  fc.assert(
    fc.property(moment, moment, moment, (a, b, c) => {
      fc.pre(isBefore(a, b) && isBefore(b, c))
      expect(isBefore(a, c)).toBe(true)
    }),
  )
})

test('puts a clock before every event of the same millisecond', () => {
  expect(isBefore(clockMoment(1000), { at: 1000, seq: 1 })).toBe(true)
})
