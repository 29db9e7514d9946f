import i18next from 'i18next'
import { afterEach, expect, test } from 'vitest'
import { chooseLanguage, detectLanguage, languageName, languages } from './i18n'

afterEach(() => chooseLanguage('en'))

test('turns the page around for Arabic and back for English', async () => {
  await chooseLanguage('ar')
  expect(document.documentElement).toHaveAttribute('dir', 'rtl')
  expect(document.documentElement).toHaveAttribute('lang', 'ar')
  expect(i18next.t('ui:close')).toBe('إغلاق')

  await chooseLanguage('en')
  expect(document.documentElement).toHaveAttribute('dir', 'ltr')
})

test('remembers the choice before it asks the browser', async () => {
  await chooseLanguage('fi')
  expect(detectLanguage()).toBe('fi')
  localStorage.clear()
  expect(detectLanguage()).toBe('en')
})

test('throws in tests where a word is missing', () => {
  expect(() => i18next.t('ui:noSuchWord')).toThrow('No words for ui:noSuchWord')
})

test('names each language in itself', () => {
  expect(languages.map(languageName)).toEqual(['English', 'Română', 'Nederlands', 'Suomi', 'Oʻzbekcha', 'العربية'])
})
