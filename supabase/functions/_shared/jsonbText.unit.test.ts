import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonbText } from './jsonbText.ts'

test('leaves out what Postgres cannot hold, in values and names, and nothing else', () => {
  expect(
    JSON.parse(jsonbText({ 'a\0': ['x\0y', '\ud83d', 'cut \udd8a', '🦊', '\\u0000', '\\\0', '\\ud83d', '\u0001'] })),
  ).toEqual({
    a: ['xy', '', 'cut ', '🦊', '\\u0000', '\\', '\\ud83d', '\u0001'],
  })
})

test('changes no value that Postgres can hold', () => {
  const held = fc.jsonValue().filter((value) => !/\\u0000|\\ud[89a-f]/.test(JSON.stringify(value)))
  fc.assert(fc.property(held, (value) => jsonbText(value) === JSON.stringify(value)))
})
