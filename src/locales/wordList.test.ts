import { expect, test } from 'vitest'
import { flatten, keysFor, marksIn } from './wordList'

test('asks each language for the plural forms of its own grammar', () => {
  const english = ['title', 'people_one', 'people_other']
  expect(keysFor('ro', english)).toEqual(['title', 'people_few', 'people_one', 'people_other'])
  expect(keysFor('ar', english)).toHaveLength(7)
})

test('flattens words and finds their placeholders', () => {
  expect(flatten({ a: { b: 'x' }, c: 'y' })).toEqual([
    ['a.b', 'x'],
    ['c', 'y'],
  ])
  expect(marksIn('{{name}} is <1>here</1>, {{count}} times')).toEqual(['<1>', 'count', 'name'])
})
