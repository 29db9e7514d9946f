import { describe, expect, test } from 'vitest'
import { languages } from '@/lib/i18n'
import { allWords } from './allWords'
import { type KeyUse, keyUses } from './keyUses'
import { keysFor, marksIn, pluralOf, withoutPlural } from './wordList'

const sources = import.meta.glob<string>(['/src/**/*.{ts,tsx}', '!/src/**/*.test.{ts,tsx}', '!/src/locales/**'], {
  eager: true,
  query: '?raw',
  import: 'default',
})

const none = new Map<string, string>()
const words = allWords()
const uses = Object.entries(sources).flatMap(([file, source]) => keyUses(file, source))

describe.each([...words.keys()])('%s', (namespace) => {
  const wordsIn = (language: string) => words.get(namespace)?.get(language) ?? none
  const model = wordsIn('en')

  test.each(languages)('has in %s every key, with the plural forms of that language', (language) => {
    expect([...wordsIn(language).keys()].sort()).toEqual(keysFor(language, [...model.keys()]).sort())
  })

  test.each(languages)('leaves nothing empty and keeps every placeholder in %s', (language) => {
    for (const [key, text] of wordsIn(language)) {
      expect(text.trim(), key).not.toBe('')
      const original = model.get(key) ?? model.get(`${withoutPlural(key)}_other`) ?? ''
      const mayOmit = pluralOf(key) ? ['count'] : []
      const marks = (of: string) => marksIn(of).filter((mark) => !mayOmit.includes(mark))
      expect(marks(text), `${language} ${key}: ${text}`).toEqual(marks(original))
    }
  })

  test('has no word that nobody asks for', () => {
    const asked = uses.filter((use) => use.namespace.test(namespace))
    const unused = [...model.keys()].filter((key) => !asked.some((use) => use.pattern.test(withoutPlural(key))))
    expect(unused).toEqual([])
  })
})

test('every word asked for exists', () => {
  const known = [...words].flatMap(([namespace, byLanguage]) =>
    [...(byLanguage.get('en') ?? none).keys()].map((key) => ({ namespace, key })),
  )
  const isOurs = (use: KeyUse) => use.isCertain || known.some(({ namespace }) => use.namespace.test(namespace))
  const missing = uses
    .filter(isOurs)
    .filter(
      (use) =>
        !known.some(
          ({ namespace, key }) =>
            use.namespace.test(namespace) && (use.pattern.test(key) || use.pattern.test(withoutPlural(key))),
        ),
    )
  expect(missing.map(({ file, written }) => `${file} asks for ${written}`)).toEqual([])
})
