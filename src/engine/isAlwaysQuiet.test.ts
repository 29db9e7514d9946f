import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAlwaysQuiet } from './isAlwaysQuiet.ts'
import { nextInWindow } from './localTime.ts'
import { nextLoud } from './nextTurn.ts'

const nights = { from: '21:00', to: '09:00' }

test.each([
  ['22:00', '23:00', true],
  ['21:00', '09:00', true],
  ['08:00', '09:00', true],
  ['08:00', '09:01', false],
  ['20:59', '22:00', false],
  ['21:00', '00:00', true],
  ['00:00', '00:00', false],
  ['10:00', '12:00', false],
])('from %s to %s, going on over midnight where reversed, only at night: %s', (from, to, isQuiet) => {
  expect(isAlwaysQuiet({ from, to, overnight: true }, nights)).toBe(isQuiet)
})

const quarter = fc
  .nat(95)
  .map((count) => `${String(Math.floor(count / 4)).padStart(2, '0')}:${String((count % 4) * 15).padStart(2, '0')}`)

test('is true exactly where no minute of a day is in the window and outside the quiet hours', () => {
  fc.assert(
    fc.property(quarter, quarter, quarter, quarter, fc.boolean(), (from, to, quietFrom, quietTo, overnight) => {
      fc.pre(quietFrom !== quietTo && from !== to)
      const [window, quiet] = [
        { from, to, overnight },
        { from: quietFrom, to: quietTo },
      ]
      const times = Array.from({ length: 96 }, (_, index) => index * 900_000)
      const isFree = times.some((at) => nextInWindow(window, at, 'UTC') === at && nextLoud(quiet, at, 'UTC') === at)
      expect(isAlwaysQuiet(window, quiet)).toBe(!isFree)
    }),
    { numRuns: 500, seed: 12 },
  )
})
