import { describe, expect, test } from 'vitest'
import { checkTemplate } from '../../content/checkTemplate.ts'
import { applySuggestion } from './applySuggestion.ts'
import { countGraphemes } from './graphemes.ts'
import { knownPaths, liquidFor, variablesOf } from './variables.ts'

describe('inserting a value', () => {
  const [firstName, odd] = variablesOf(['first_name', 'T-shirt size'], [])

  test.each([
    [firstName, '', '{{ contact.first_name }}'],
    [firstName, 'friend', '{{ contact.first_name | default: "friend" }}'],
    [firstName, 'the "boss"', `{{ contact.first_name | default: 'the "boss"' }}`],
    [firstName, `"it's"`, `{{ contact.first_name | default: '"it’s"' }}`],
    [odd, '', '{{ contact["T-shirt size"] }}'],
  ])('writes Liquid that the check accepts: %# %s', (variable, fallback, liquid) => {
    expect(variable && liquidFor(variable, fallback)).toBe(liquid)
    expect(checkTemplate(liquid, knownPaths(['first_name', 'T-shirt size']))).toEqual([])
  })

  test('checks no names while none are known, and never those of events', () => {
    expect(knownPaths([])).toBeNull()
    expect(checkTemplate('{{ event.anything }}', knownPaths(['plan']))).toEqual([])
  })
})

describe('mending a mistyped name', () => {
  test.each([
    ['Hi {{ contact.fist_name }}', 'Hi {{ contact.first_name }}'],
    ['fist_name\n\n{{ fist_name | upcase }}', 'fist_name\n\n{{ first_name | upcase }}'],
    ['{{ first_name | upcas }}', '{{ first_name | upcase }}'],
  ])('%j becomes %j', (source, mended) => {
    const [issue] = checkTemplate(source, knownPaths(['first_name']))
    expect(issue && applySuggestion(source, issue)).toBe(mended)
  })

  test('offers nothing where no name is near', () => {
    const [issue] = checkTemplate('{{ zzzzzzz }}', knownPaths(['first_name']))
    expect(issue && applySuggestion('{{ zzzzzzz }}', issue)).toBeUndefined()
  })
})

test.each([
  ['Hello', 'en', 5],
  ['👩‍👩‍👧 e\u0301', 'en', 3],
  ['مَرحبًا', 'ar', 5],
])('counts in %j what a reader sees', (text, locale, count) => {
  expect(countGraphemes(text, locale)).toBe(count)
})
