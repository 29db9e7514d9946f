import { expect, test } from 'vitest'
import { fillWords, systemWordsFor } from './systemWords.ts'
import { systemWordTexts } from './systemWordTexts.ts'

test.each([
  ['ro', 'ro', 'ltr'],
  ['ar-EG', 'ar', 'rtl'],
  ['uz-Latn-UZ', 'uz', 'ltr'],
  ['uz-Cyrl', 'en', 'ltr'],
  ['nl-BE', 'nl', 'ltr'],
  ['de', 'en', 'ltr'],
  ['rubbish!', 'en', 'ltr'],
  [null, 'en', 'ltr'],
])('for %s the system speaks %s', (wanted, locale, dir) => {
  expect(systemWordsFor(wanted)).toMatchObject({ locale, dir })
})

test('every language has every text with the same places, and none is left in English', () => {
  const flat = (locale: string) => {
    const parts = Object.entries(systemWordTexts[locale] ?? systemWordTexts.en)
    return parts.flatMap(([part, texts]) =>
      Object.entries<string>(texts).map(([key, text]): [string, string] => [`${part}.${key}`, text]),
    )
  }
  const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort()
  const english = Object.fromEntries(flat('en'))
  expect(Object.keys(systemWordTexts)).toEqual(['en', 'ro', 'nl', 'fi', 'uz', 'ar'])
  for (const locale of Object.keys(systemWordTexts).filter((other) => other !== 'en')) {
    for (const [key, text] of flat(locale)) {
      expect(text, `${locale} ${key}`).not.toBe(english[key])
      expect(places(text), `${locale} ${key}`).toEqual(places(english[key] ?? ''))
    }
  }
})

test('places are filled once, and a value cannot bring a place of its own', () => {
  expect(fillWords('{workspace} and {email} {other}', { workspace: '{email}', email: 'a@b.test' })).toBe(
    '{email} and a@b.test {other}',
  )
})
