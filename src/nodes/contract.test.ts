import i18next from 'i18next'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { lengthOf } from '../engine/analyse/lengthOf.ts'
import type { Visit } from '../engine/nodeType.ts'
import { visitOf } from '../testing/visitOf.ts'
import { nodeTypes } from './index.ts'
import type { NodeWords, NodeWordsByLanguage, Words } from './nodeWords.ts'
import { views } from './views.ts'

const folders = Object.keys(import.meta.glob('./*/*.ts'))
  .map((path) => path.split('/')[1] ?? '')
  .filter((folder) => folder !== 'fields')
const wordFiles = import.meta.glob<NodeWordsByLanguage>('./*/words.ts', { eager: true, import: 'words' })
const languages = ['en', 'ro', 'nl', 'fi', 'uz', 'ar'] as const

test('every folder of a node type has its line in the registry, and every line its folder', () => {
  expect(Object.keys(nodeTypes).sort()).toEqual([...new Set(folders)].sort())
})

describe.each(Object.entries(nodeTypes))('node type %s', (name, type) => {
  const words = wordFiles[`./${name}/words.ts`]

  test('is registered under its own name', () => {
    expect(type.type).toBe(name)
  })

  test('starts from data its own schema accepts, and gets it back from JSON unchanged', () => {
    const parsed = type.data.parse(type.blank)
    expect(parsed).toEqual(type.blank)
    expect(type.data.parse(JSON.parse(JSON.stringify(parsed)))).toEqual(parsed)
  })

  test('has a schema that can be published as JSON Schema and refuses unknown fields', () => {
    expect(z.toJSONSchema(type.data, { unrepresentable: 'any', io: 'input' })).toBeTypeOf('object')
    expect(type.data.safeParse({ ...type.blank, surprise: 1 }).success).toBe(false)
  })

  test('has ports with different names, none only where the journey ends', () => {
    const ports = type.ports(type.blank)
    expect(new Set(ports).size).toBe(ports.length)
    expect(ports.length === 0).toBe(type.group === 'end')
  })

  test('speaks of ports it has, and is without the port it is asked to be without', () => {
    const ports = type.ports(type.blank)
    expect(ports).toEqual(expect.arrayContaining((type.firstMatch?.(type.blank) ?? []).map(({ port }) => port)))
    for (const port of ports) {
      const without = type.withoutPort?.(type.blank, port)
      if (without !== undefined)
        expect(type.ports(type.data.parse(without))).toEqual(ports.filter((each) => each !== port))
      const { atLeast, atMost } = type.held?.(type.blank, port) ?? {}
      const least = atLeast === undefined ? 0 : lengthOf(atLeast, 'shortest')
      expect(atMost === undefined ? least : lengthOf(atMost, 'longest')).toBeGreaterThanOrEqual(least)
    }
  })

  test('decides the same when visited twice, and only by a port it has', () => {
    const visit = aVisit(type.blank)
    const decision = type.visit(visit)
    expect(type.visit(structuredClone(visit))).toEqual(decision)
    if (decision.do === 'leave') expect(type.ports(type.blank)).toContain(decision.by)
    if (!type.mayPass?.(type.blank)) expect(decision.do === 'wait').toBe(type.waits)
  })

  test('has a face: icon, panel, and a sentence that is not a key', () => {
    const view = views[name]
    expect(view?.icon).toBeDefined()
    expect(view?.Panel).toBeTypeOf('function')
    expect(view?.sentence(type.blank, i18next.t)).not.toMatch(new RegExp(`^$|\\b${name}:|^\\w+\\.\\w+$`))
    for (const port of type.ports(type.blank)) expect(view?.portLabel(type.blank, port, i18next.t)).toBeTypeOf('string')
  })

  test('speaks every language with the same keys and that language’s own plurals', () => {
    const english = keysOf(wordsIn(words, 'en'))
    for (const language of languages) {
      const spoken = wordsIn(words, language)
      expect(keysOf(spoken), language).toEqual(english)
      expect(pluralGaps(spoken, language), language).toEqual([])
      expect(emptyWords(spoken), language).toEqual([])
    }
  })

  test('names in words every problem of a blank step, every port and its guide', () => {
    const spoken = wordsIn(words, 'en')
    const codes = type.check(type.blank, { locales: ['en', 'nl'], sourceLocale: 'en' }).map(({ code }) => code)
    expect(Object.keys(spoken.problems)).toEqual(expect.arrayContaining(codes))
    expect(spoken.guide.split(/[.!?]\s/).length).toBeGreaterThanOrEqual(2)
    const decision = type.visit(aVisit(type.blank))
    if (decision.do !== 'wait') expect(Object.keys(spoken.because)).toContain(decision.because)
  })
})

const PLURAL = /_(zero|one|two|few|many|other)$/

function wordsIn(words: NodeWordsByLanguage | undefined, language: keyof NodeWordsByLanguage): NodeWords {
  const found = words?.[language]
  if (!found) throw new Error(`No words in ${language}`)
  return found
}

function leaves(words: Words, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  )
}

const keysOf = (words: Words) => [...new Set(leaves(words).map(([key]) => key.replace(PLURAL, '')))].sort()

const emptyWords = (words: Words) => leaves(words).flatMap(([key, text]) => (text.trim() === '' ? [key] : []))

function pluralGaps(words: Words, language: string) {
  const keys = new Set(leaves(words).map(([key]) => key))
  const counted = new Set([...keys].filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, '')))
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  return [...counted].flatMap((key) => forms.map((form) => `${key}_${form}`)).filter((key) => !keys.has(key))
}

const arrived = { at: Date.UTC(2026, 2, 3, 9), seq: 7 }
const aVisit = (data: unknown): Visit<unknown> => visitOf(data, { arrived, zone: 'Europe/Bucharest', chance: 0.5 })
