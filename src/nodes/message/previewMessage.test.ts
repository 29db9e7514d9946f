import { expect, test } from 'vitest'
import type { EmailContent } from '../../content/message.ts'
import { previewMessage } from './previewMessage.ts'

const content: EmailContent = {
  en: { subject: 'Hi {{ contact.first_name | default: "there" }}', preheader: 'News', body: 'Total {{ event.total }}' },
  ar: { subject: 'مرحبا {{ contact.first_name }}', preheader: '', body: 'أهلا' },
  nl: { subject: 'Hoi', preheader: '', body: '' },
}

const preview = (locale: string | null, attributes: Record<string, unknown> = { first_name: 'Maria' }) =>
  previewMessage({
    content,
    contact: { locale, time_zone: null, attributes },
    event: { total: 12 },
    workspace: { name: 'Bloom', sourceLocale: 'en', zone: 'Europe/Bucharest' },
    locales: ['en', 'nl', 'fi', 'ar'].map((each) => ({
      locale: each,
      fallbacks: each === 'fi' ? ['ar'] : [],
      time_zone: null,
    })),
  })

test('shows every locale of the workspace, written in it or in the fallback that would be sent', () => {
  expect(preview('en').previews.map(({ locale, state, sent }) => [locale, state, sent.locale, sent.because])).toEqual([
    ['en', 'complete', 'en', 'exact'],
    ['nl', 'partial', 'en', 'source'],
    ['fi', 'missing', 'ar', 'workspaceFallback'],
    ['ar', 'complete', 'ar', 'exact'],
  ])
})

test('says which of them this contact gets, X5: and that a region’s parent was taken', () => {
  expect(preview('en-GB').gets).toMatchObject({ locale: 'en', because: 'parent' })
  expect(preview('nl').gets).toMatchObject({ locale: 'en', because: 'source' })
  expect(preview(null).gets).toMatchObject({ locale: 'en', because: 'source', wanted: null })
})

test('renders right-to-left mail right to left, with the contact’s and the event’s values', () => {
  const { previews } = preview('en')
  expect(previews[3]?.mail?.html).toContain('dir="rtl"')
  expect(previews[0]?.mail?.subject).toBe('Hi Maria')
  expect(previews[0]?.mail?.text).toContain('12')
})

test('tells what is missing for somebody of whom nothing is known', () => {
  const { previews } = preview('en', {})
  expect(previews[0]?.mail?.issues.map(({ code }) => code)).toContain('variableDefaulted')
  expect(previews[3]?.mail?.issues.map(({ code }) => code)).toContain('variableMissing')
})
