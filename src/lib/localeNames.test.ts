import { expect, test } from 'vitest'
import { canonicalLocale, localeName, localeOptions, typedLocale } from './localeNames'

test('names a locale in the reader’s language', () => {
  expect(localeName('ro', 'nl')).toBe('Roemeens')
  expect(localeName('pt-BR', 'en')).toBe('Brazilian Portuguese')
})

test('accepts tags as people write them and refuses what is none', () => {
  expect(canonicalLocale('en_us')).toBe('en-US')
  expect(canonicalLocale('not a tag')).toBeUndefined()
  expect(localeName('not a tag', 'en')).toBe('not a tag')
})

test('offers a typed tag that has a name, and nothing for other words', () => {
  expect(typedLocale('gsw', 'en')).toEqual({ value: 'gsw', label: 'Swiss German', hint: 'gsw' })
  expect(typedLocale('qqq', 'en')).toBeUndefined()
  expect(typedLocale('', 'en')).toBeUndefined()
})

test('keeps what is already chosen among the choices', () => {
  expect(localeOptions('en', ['gsw']).some((option) => option.value === 'gsw')).toBe(true)
})

test('knows Uzbek names of its own, because Chromium does not', () => {
  expect(localeName('pt-BR', 'uz')).toBe('Portugalcha (Braziliya)')
  expect(localeName('zh-Hans', 'uz')).toBe('Xitoy (soddalashgan)')
  expect(localeName('gsw', 'uz')).toBe('Swiss German')
})
