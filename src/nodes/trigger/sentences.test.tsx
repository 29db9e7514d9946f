import i18next from 'i18next'
import { afterEach, expect, test } from 'vitest'
import { chooseLanguage, type Language } from '@/lib/i18n'
import type { NodeNames } from '../nodeView'
import type { TriggerData } from './triggerData'
import { view } from './view'

afterEach(() => chooseLanguage('en'))

const segment = '00000000-0000-4000-8000-000000000001'
const none: ReadonlyMap<string, string> = new Map()
const names: NodeNames = {
  segments: new Map([[segment, 'Gold']]),
  topics: none,
  journeys: none,
  messages: none,
  step: () => undefined,
}

async function sentence(language: Language, data: TriggerData) {
  await chooseLanguage(language)
  const plain = view.sentence(data, i18next.t, names).replaceAll(/[\u2068\u2069]/g, '')
  return plain.replaceAll('\u202f', ' ').replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)))
}

const birthday: TriggerData = {
  on: 'date',
  attribute: 'birthday',
  anniversary: true,
  at: '09:00',
  shift: { direction: 'before', by: 'P7D' },
}
const upgrade: TriggerData = { on: 'attribute', attribute: 'plan', to: { op: 'is', value: 'pro' } }
const schedule: TriggerData = { on: 'schedule', start: '2026-03-02T09:00', zone: 'workspace' }

test.each<[TriggerData, string]>([
  [{ on: 'segmentEntered', segment, includePresent: false }, 'When a contact enters “Gold”'],
  [
    { on: 'segmentEntered', segment, includePresent: true },
    'When a contact enters “Gold”, and everybody already in it',
  ],
  [{ on: 'segmentLeft', segment: '' }, 'Choose the segment or list that lets contacts in'],
  [{ on: 'attribute', attribute: 'plan' }, 'When plan changes'],
  [{ ...upgrade, from: { op: 'isMissing' } }, 'When plan changes – before: plan has no value and now: plan is “pro”'],
  [birthday, 'Every year 7 days before the day in birthday, at 09:00'],
  [schedule, 'On Mar 2, 2026, 9:00 AM, for everybody'],
  [{ ...schedule, repeat: 'FREQ=WEEKLY', segment }, 'Every Monday at 09:00, for “Gold”'],
  [{ ...schedule, repeat: 'FREQ=MONTHLY;BYMONTHDAY=-1' }, 'On the last day of every month at 09:00, for everybody'],
  [{ ...schedule, repeat: 'FREQ=YEARLY' }, 'By a rule of its own, at 09:00, for everybody'],
  [{ on: 'api' }, 'When your system calls the API'],
  [{ on: 'manual' }, 'When a member adds a contact by hand'],
])('%j reads', async (data, expected) => {
  expect(await sentence('en', data)).toBe(expected)
})

test.each<[Language, string, string]>([
  ['ro', 'În fiecare an, cu 7 zile înainte de ziua din birthday, la 09:00', 'Zilnic la 09:00, pentru toată lumea'],
  ['nl', 'Elk jaar 7 dagen voor de dag in birthday, om 09:00', 'Elke dag om 09:00, voor iedereen'],
  ['fi', 'Joka vuosi 7 päivää ennen päivää birthday, klo 09.00', 'Joka päivä klo 09.00, kohteena kaikki'],
  ['uz', 'Har yili birthday kunidan 7 kun oldin, soat 09:00', 'Har kuni soat 09:00, kimlar uchun: hamma'],
  ['ar', 'كل عام قبل اليوم الوارد في birthday بمدة 7 أيام، الساعة 09:00', 'كل يوم الساعة 09:00، من أجل الجميع'],
])('speaks of a date and of a schedule in %s', async (language, date, daily) => {
  expect(await sentence(language, birthday)).toBe(date)
  expect(await sentence(language, { ...schedule, repeat: 'FREQ=DAILY' })).toBe(daily)
})
