import { describe, expect, test } from 'vitest'
import { canonicaliseLocale, directionOf, isKnownLocale, localeName } from './locales.ts'

test.each([
  ['en_US', 'en-US'],
  ['EN-latn-us', 'en-Latn-US'],
  ['iw', 'he'],
  ['sr_RS.UTF-8@latin', 'sr-Latn-RS'],
  ['zh_hant_tw', 'zh-Hant-TW'],
  ['tlh', 'tlh'],
  ['ar-EG-u-nu-latn', 'ar-EG-u-nu-latn'],
])('%s is written %s', (written, locale) => {
  expect(canonicaliseLocale(written)).toEqual({ locale })
})

test.each([['english'], [''], ['e'], ['en US'], ['<b>'], ['und'], ['POSIX']])('%j is no locale, and says so', (tag) => {
  expect(canonicaliseLocale(tag)).toEqual({
    locale: null,
    issue: { code: 'localeInvalid', severity: 'warns', params: { tag } },
  })
})

describe('direction', () => {
  test.each([
    ['ar', 'rtl'],
    ['ar-Latn', 'ltr'],
    ['he', 'rtl'],
    ['fa-IR', 'rtl'],
    ['ur', 'rtl'],
    ['uz', 'ltr'],
    ['uz-Arab', 'rtl'],
    ['uz-AF', 'rtl'],
    ['ckb', 'rtl'],
    ['dv', 'rtl'],
    ['ro', 'ltr'],
    ['tlh', 'ltr'],
    ['?', 'ltr'],
  ])('of %s is %s', (locale, direction) => {
    expect(directionOf(locale)).toBe(direction)
  })
})

test('locales have a name in their own language or another', () => {
  expect(localeName('fi')).toBe('suomi')
  expect(localeName('ro', 'en')).toBe('Romanian')
  expect(localeName('qqq', 'en')).toBe('qqq')
  expect(localeName('???', '???')).toBe('???')
  expect([isKnownLocale('tlh'), isKnownLocale('qqq'), isKnownLocale('?')]).toEqual([true, false, false])
})
