import { expect, test } from 'vitest'
import { checkEmail } from './checkEmail.ts'

const locales = ['en', 'ro']
const whole = { subject: 'Hi', preheader: '', body: 'Hello' }

test('an e-mail written in every locale has nothing wrong', () => {
  expect(checkEmail({ en: whole, ro: whole }, { sourceLocale: 'en', locales })).toEqual([])
})

test('a blank unit blocks in the source locale and warns in the others', () => {
  expect(checkEmail({ en: { ...whole, body: ' ' } }, { sourceLocale: 'en', locales })).toEqual([
    {
      code: 'unitMissing',
      severity: 'blocks',
      params: { locale: 'en', unit: 'body' },
      at: { locale: 'en', unit: 'body' },
    },
    {
      code: 'unitMissing',
      severity: 'warns',
      params: { locale: 'ro', unit: 'subject' },
      at: { locale: 'ro', unit: 'subject' },
    },
    {
      code: 'unitMissing',
      severity: 'warns',
      params: { locale: 'ro', unit: 'body' },
      at: { locale: 'ro', unit: 'body' },
    },
  ])
})

test('faults in a text are named with locale, unit, line and column', () => {
  const content = { en: whole, ro: { ...whole, body: 'Salut\n{{ nume }} [site](example.com)' } }
  expect(checkEmail(content, { sourceLocale: 'en', locales, knownVariables: [] })).toMatchObject([
    { code: 'variableUnknown', params: { name: 'nume', locale: 'ro', unit: 'body', line: 2, column: 4 } },
    { code: 'linkRefused', params: { url: 'example.com', locale: 'ro', unit: 'body', line: 2, column: 12 } },
  ])
})

test('links to web and mail addresses and to variables are in order', () => {
  const body = '[a](https://a.test) [b](mailto:b@b.test) [c]({{ event.url }}) [d](HTTP://d.test/{{ x }})'
  expect(checkEmail({ en: { ...whole, body } }, { sourceLocale: 'en', locales: ['en'] })).toEqual([])
})
