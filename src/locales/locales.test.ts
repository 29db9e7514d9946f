import { describe, expect, test } from 'vitest'
import { languages } from '@/lib/i18n'
import { keyUses } from './keyUses'
import { flatten, keysFor, marksIn, pluralOf, type Tree, withoutPlural } from './wordList'

const files = import.meta.glob<Tree>('./*/*.json', { eager: true, import: 'default' })
const sources = import.meta.glob<string>(['/src/**/*.{ts,tsx}', '!/src/**/*.test.{ts,tsx}', '!/src/locales/**'], {
  eager: true,
  query: '?raw',
  import: 'default',
})

const namespaces = [...new Set(Object.keys(files).map((path) => path.replace(/^.*\/|\.json$/g, '')))]
const words = (language: string, namespace: string) => flatten(files[`./${language}/${namespace}.json`] ?? {})
const english = new Map(namespaces.map((namespace) => [namespace, new Map(words('en', namespace))]))
const uses = Object.entries(sources).flatMap(([file, source]) => keyUses(file, source))

describe.each(namespaces)('%s', (namespace) => {
  const model = english.get(namespace) ?? new Map<string, string>()

  test.each(languages)('has in %s every key, with the plural forms of that language', (language) => {
    const keys = words(language, namespace).map(([key]) => key)
    expect(keys.sort()).toEqual(keysFor(language, [...model.keys()]).sort())
  })

  test.each(languages)('leaves nothing empty and keeps every placeholder in %s', (language) => {
    for (const [key, text] of words(language, namespace)) {
      expect(text.trim(), key).not.toBe('')
      const original = model.get(key) ?? model.get(`${withoutPlural(key)}_other`) ?? ''
      const mayOmit = pluralOf(key) ? ['count'] : []
      const marks = (of: string) => marksIn(of).filter((mark) => !mayOmit.includes(mark))
      expect(marks(text), `${language} ${key}: ${text}`).toEqual(marks(original))
    }
  })

  test('has no word that nobody asks for', () => {
    const asked = uses.filter((use) => use.namespace === namespace)
    const unused = [...model.keys()].filter((key) => !asked.some((use) => use.pattern.test(withoutPlural(key))))
    expect(unused).toEqual([])
  })
})

test('every word asked for exists', () => {
  const missing = uses.filter(({ namespace, pattern }) => {
    const model = english.get(namespace ?? '')
    return !model || ![...model.keys()].some((key) => pattern.test(key) || pattern.test(withoutPlural(key)))
  })
  expect(missing.map(({ file, namespace, key }) => `${file} asks for ${namespace}:${key}`)).toEqual([])
})
