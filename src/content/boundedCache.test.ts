import { expect, test } from 'vitest'
import { boundedCache } from './boundedCache.ts'

test('makes a value once and forgets the one unused for longest', () => {
  const made: string[] = []
  const cache = boundedCache<string, string>(3)
  const ask = (key: string) =>
    cache(key, () => {
      made.push(key)
      return key
    })
  for (const key of ['a', 'b', 'c', 'a', 'a', 'd', 'a', 'c', 'd', 'b']) ask(key)
  expect(made).toEqual(['a', 'b', 'c', 'd', 'b'])
})
