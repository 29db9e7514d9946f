import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ListKind, listKindOf, readList, writeList } from './valueList.ts'

test.each<[string, ListKind, unknown]>([
  ['pro, free', 'list', ['pro', 'free']],
  [' pro،free ', 'list', ['pro', 'free']],
  ['"Paris, France", Rome', 'list', ['Paris, France', 'Rome']],
  ['say ""x""', 'list', undefined],
  ['"never closed', 'list', undefined],
  ['5, 7.5, ٣', 'numberList', [5, 7.5, 3]],
  ['5, seven', 'numberList', undefined],
  ['5, "5", true, pro', 'anyList', [5, '5', true, 'pro']],
  ['5, 5', 'numberList', [5]],
  ['', 'list', []],
  [' , ', 'list', []],
])('reads %j as a %s: %j', (text, kind, values) => {
  expect(readList(text, kind)).toEqual(values)
})

test('any list of values is read back as it was written', () => {
  const text = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('5', 'true', ' a', 'a,b', '"', '""', 'x"y', 'ا،ب'))
  const number = fc
    .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
    .map((each) => each + 0 || 0)
  const value = fc.oneof(text, number, fc.boolean())
  fc.assert(
    fc.property(fc.oneof(fc.uniqueArray(text), fc.uniqueArray(number), fc.uniqueArray(value)), (values) => {
      expect(readList(writeList(values), listKindOf(values))).toEqual(values)
    }),
  )
})
