import { expect, test } from 'vitest'
import { availableLocales, completeness, emailContent } from './message.ts'

const whole = { subject: 'Hi', preheader: '', body: 'Hello' }

test('tells per locale what is missing', () => {
  const content = {
    en: whole,
    ro: { subject: 'Salut', preheader: '', body: ' \n' },
    nl: { subject: '', preheader: '', body: '' },
    fi: { subject: '', preheader: 'x', body: '' },
  }
  expect(completeness(content, ['en', 'ro', 'nl', 'fi', 'uz'])).toEqual([
    { locale: 'en', state: 'complete', missing: [] },
    { locale: 'ro', state: 'partial', missing: ['body'] },
    { locale: 'nl', state: 'missing', missing: ['subject', 'body'] },
    { locale: 'fi', state: 'partial', missing: ['subject', 'body'] },
    { locale: 'uz', state: 'missing', missing: ['subject', 'body'] },
  ])
  expect(availableLocales(content)).toEqual(['en'])
})

test.each([
  ['a spelling that is not canonical', { en_US: whole }],
  ['rubbish for a locale', { '': whole }],
  ['an unknown unit', { en: { ...whole, footer: '' } }],
  ['a missing unit', { en: { subject: '', body: '' } }],
  ['a subject without end', { en: { ...whole, subject: 'x'.repeat(1001) } }],
])('refuses %s', (_what, content) => {
  expect(emailContent.safeParse(content).success).toBe(false)
})

test('takes drafts with blank texts, and no locale at all', () => {
  expect(emailContent.parse({})).toEqual({})
  expect(emailContent.parse({ 'zh-Hant': { subject: '', preheader: '', body: '' } })).toHaveProperty('zh-Hant')
})

test('a locale named as what every object has does not get in', () => {
  const content = JSON.parse('{"__proto__": {"subject": "a", "preheader": "", "body": "b"}}')
  expect(availableLocales(emailContent.parse(content))).toEqual([])
})
