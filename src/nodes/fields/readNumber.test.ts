import { expect, test } from 'vitest'
import { readNumber } from './readNumber.ts'

test.each([
  ['50', 50],
  [' 33,3 ', 33.3],
  ['33.3 %', 33.3],
  ['٢٥٫٥٪', 25.5],
  ['۱۰', 10],
  ['0', 0],
  ['', undefined],
  ['-1', undefined],
  ['101', undefined],
  ['1,2,3', undefined],
  ['half', undefined],
])('reads %j as %j, between 0 and 100', (text, number) => {
  expect(readNumber(text, { least: 0, most: 100 })).toBe(number)
})
