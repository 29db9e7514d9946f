import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseLocale, lookupChain } from './chooseLocale.ts'

const choose = (wanted: unknown, available: string, fallbacks = {}, source = 'en') => {
  const { locale, because } = chooseLocale({
    wanted,
    available: available.split(' ').filter(Boolean),
    fallbacks,
    source,
  })
  return `${locale} ${because}`
}

describe('a contact gets', () => {
  test.each([
    // wanted, available, chosen
    ['en', 'en fr', 'en exact'],
    ['fr-CA', 'fr-CA fr en', 'fr-CA exact'],
    ['en_US', 'en-US en', 'en-US exact'],
    ['EN-us', 'en-US', 'en-US exact'],
    [' ro ', 'en ro', 'ro exact'],
    ['de_DE.UTF-8', 'de-DE en', 'de-DE exact'],
    ['iw', 'he en', 'he exact'],
    ['mo', 'ro en', 'ro exact'],
    ['cmn', 'zh en', 'zh exact'],
    ['pt_BR', 'pt-BR', 'pt-BR exact'],
    ['fr', 'en_US fr', 'fr exact'],

    ['en-US', 'en fr', 'en equivalent'],
    ['en', 'en-US fr', 'en-US equivalent'],
    ['pt-BR', 'pt en', 'pt equivalent'],
    ['pt', 'pt-BR en', 'pt-BR equivalent'],
    ['zh-TW', 'zh-Hant zh-Hans en', 'zh-Hant equivalent'],
    ['zh-Hant', 'zh-TW zh-CN en', 'zh-TW equivalent'],
    ['zh-CN', 'zh-Hans zh-Hant', 'zh-Hans equivalent'],
    ['zh-SG', 'zh-Hans en', 'zh-Hans parent'],
    ['no', 'nb en', 'nb equivalent'],
    ['nb', 'no en', 'no equivalent'],
    ['nb-NO', 'no en', 'no equivalent'],
    ['uz-Latn', 'uz en', 'uz equivalent'],
    ['uz-UZ', 'uz en', 'uz equivalent'],
    ['uz', 'uz-Latn en', 'uz-Latn equivalent'],
    ['sr-Cyrl-RS', 'sr en', 'sr equivalent'],
    ['sr_RS@latin', 'sr-Latn sr', 'sr-Latn equivalent'],
    ['ar-EG', 'ar en', 'ar equivalent'],

    ['es-MX', 'es-419 es en', 'es-419 parent'],
    ['es-MX', 'es en', 'es parent'],
    ['es-AR', 'es-ES en', 'es-ES parent'],
    ['en-AU', 'en-001 en', 'en-001 parent'],
    ['en-AU', 'en fr', 'en parent'],
    ['en-NL', 'en-150 en-001 en', 'en-150 parent'],
    ['en-NL', 'en-001 en', 'en-001 parent'],
    ['en-CA', 'en-001 en', 'en parent'],
    ['pt-AO', 'pt-PT pt', 'pt-PT parent'],
    ['pt-PT', 'pt en', 'pt parent'],
    ['zh-HK', 'zh-Hant zh-Hans en', 'zh-Hant parent'],
    ['zh-MO', 'zh-HK zh-TW', 'zh-HK parent'],
    ['nn', 'nb en', 'nb parent'],
    ['fr-CA', 'fr en', 'fr parent'],
    ['ro-MD', 'ro en', 'ro parent'],
    ['de-AT-1996', 'de-AT de', 'de-AT parent'],
    ['ar-MA-u-nu-latn', 'ar en', 'ar parent'],
    ['az-Arab-IR', 'az-Arab az', 'az-Arab equivalent'],
    ['uz-AF', 'uz-Arab uz en', 'uz-Arab equivalent'],

    ['zh-TW', 'zh-Hans zh en', 'en source'],
    ['zh-HK', 'zh en', 'en source'],
    ['zh', 'zh-Hant en', 'en source'],
    ['uz-Cyrl', 'uz en', 'en source'],
    ['uz', 'uz-Cyrl en', 'en source'],
    ['sr-Latn', 'sr en', 'en source'],
    ['sr-ME', 'sr en', 'en source'],
    ['sr', 'sr-Latn en', 'en source'],
    ['pa-PK', 'pa en', 'en source'],
    ['en-GB', 'en-AU nl', 'null nothingAvailable'],
    ['fr-CA', 'fr-BE en', 'en source'],
    ['ht', 'fr en', 'en source'],
    ['tlh', 'en ro', 'en source'],
    ['tlh', 'tlh en', 'tlh exact'],
    ['xx-YY', 'en ro', 'en source'],

    ['', 'en ro', 'en source'],
    ['english', 'en ro', 'en source'],
    ['???', 'en ro', 'en source'],
    ['e', 'en ro', 'en source'],
    ['en--US', 'en ro', 'en source'],
    ['und', 'en ro', 'en source'],
    ['C', 'en ro', 'en source'],
    ['__proto__', 'en ro', 'en source'],
    ['ro'.repeat(500), 'en ro', 'en source'],
    [null, 'en ro', 'en source'],
    [undefined, 'en ro', 'en source'],
    [42, 'en ro', 'en source'],
    [{ locale: 'ro' }, 'en ro', 'en source'],
    ['ro', '', 'null nothingAvailable'],
  ])('%s of %s: %s', (wanted, available, chosen) => {
    expect(choose(wanted, available)).toBe(chosen)
  })
})

test('X5: a contact in fr-CA gets the French text, recorded as a fallback', () => {
  expect(chooseLocale({ wanted: 'fr-CA', available: ['en', 'fr'], source: 'en' })).toEqual({
    locale: 'fr',
    because: 'parent',
    wanted: 'fr-CA',
  })
})

describe("the workspace's chain", () => {
  const fallbacks = { uk: ['ru', 'pl'], 'de-CH': ['fr'], '*': ['nl'] }

  test.each([
    ['uk', 'pl en', 'pl workspaceFallback'],
    ['uk-UA', 'ru pl en', 'ru workspaceFallback'],
    ['uk', 'uk ru', 'uk exact'],
    ['uk', 'nl en', 'en source'],
    ['de-CH', 'de fr', 'de parent'],
    ['de-CH', 'fr en', 'fr workspaceFallback'],
    ['de-DE', 'fr nl en', 'nl workspaceFallback'],
    ['tlh', 'nl en', 'nl workspaceFallback'],
    ['?', 'nl en', 'nl workspaceFallback'],
    ['?', 'fr en', 'en source'],
    ['uk', 'pl_PL en', 'pl_PL workspaceFallback'],
  ])('%s of %s: %s', (wanted, available, chosen) => {
    expect(choose(wanted, available, fallbacks)).toBe(chosen)
  })
})

test('lines of parents end and never change language', () => {
  expect(lookupChain('es-MX')).toEqual(['es-MX', 'es-419', 'es'])
  expect(lookupChain('zh-TW')).toEqual(['zh-TW', 'zh-Hant'])
  expect(lookupChain('zh-MO')).toEqual(['zh-MO', 'zh-Hant-HK', 'zh-Hant'])
  expect(lookupChain('en-AT')).toEqual(['en-AT', 'en-150', 'en-001', 'en'])
  expect(lookupChain('uz-Cyrl-UZ')).toEqual(['uz-Cyrl-UZ', 'uz-Cyrl'])
  expect(lookupChain('nn-NO')).toEqual(['nn-NO', 'nn', 'no'])
})

test('whatever is wanted, the choice is one of those available and never throws', () => {
  const available = ['en', 'ar', 'zh-Hant', 'es-419']
  fc.assert(
    fc.property(fc.anything(), fc.stringMatching(/^[a-z]{2,3}([-_][A-Za-z0-9]{1,8}){0,4}$/), (rubbish, tag) => {
      for (const wanted of [rubbish, tag, String(tag)]) {
        expect(available).toContain(chooseLocale({ wanted, available, source: 'en' }).locale)
      }
    }),
  )
})

test('the order of what is available does not matter', () => {
  const tags = ['en', 'en-001', 'es', 'es-419', 'zh-Hant', 'zh-Hans', 'nb', 'pt-PT', 'pt']
  fc.assert(
    fc.property(
      fc.shuffledSubarray(tags),
      fc.constantFrom('en-AU', 'es-MX', 'zh-HK', 'no', 'pt-AO', 'pt-BR'),
      (some, wanted) => {
        expect(choose(wanted, some.join(' '))).toBe(choose(wanted, [...some].sort().join(' ')))
      },
    ),
  )
})
