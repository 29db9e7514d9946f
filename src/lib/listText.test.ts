import { expect, test } from 'vitest'
import { listText } from './listText.ts'

test.each([
  ['en', 'a, b, and c', 'a, b, or c'],
  ['ro', 'a, b și c', 'a, b sau c'],
  ['nl', 'a, b en c', 'a, b of c'],
  ['fi', 'a, b ja c', 'a, b tai c'],
  ['uz', 'a, b va c', 'a, b yoki c'],
  ['ar', 'a وb وc', 'a أو b أو c'],
])('joins phrases in %s', (language, all, any) => {
  expect(listText(['a', 'b', 'c'], 'conjunction', language)).toBe(all)
  expect(listText(['a', 'b', 'c'], 'disjunction', language)).toBe(any)
  expect(listText(['a'], 'conjunction', language)).toBe('a')
})
