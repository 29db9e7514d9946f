import i18next from 'i18next'
import { afterEach, expect, test } from 'vitest'
import { chooseLanguage, type Language } from '@/lib/i18n'
import type { BranchData } from './branch/branch.ts'
import { views } from './views.ts'

afterEach(() => chooseLanguage('en'))

async function sentence(language: Language, type: string, data: unknown) {
  await chooseLanguage(language)
  return views[type]?.sentence(data, i18next.t).replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)))
}

const untilOrder = { until: 'event', event: { name: 'order_completed', where: [] }, atMost: 'P30D' }

test.each<[Language, string, string]>([
  ['en', 'Wait 2 days', 'Wait until order_completed, at most 30 days'],
  ['ro', 'Așteaptă 2 zile', 'Așteaptă order_completed, cel mult 30 de zile'],
  ['nl', 'Wacht 2 dagen', 'Wacht op order_completed, hooguit 30 dagen'],
  ['fi', 'Odota 2 päivää', 'Odota, kunnes tapahtuu order_completed, enintään 30 päivää'],
  ['uz', '2 kun kutish', 'order_completed boʻlguncha kutish, koʻpi bilan 30 kun'],
  ['ar', 'مدة الانتظار: يومان', 'انتظار \u2068order_completed\u2069، بحد أقصى: 30 يومًا'],
])('says in %s how long a wait lasts', async (language, time, event) => {
  expect(await sentence(language, 'wait', { until: 'duration', lasting: 'P2D' })).toBe(time)
  expect(await sentence(language, 'wait', untilOrder)).toBe(event)
})

const waits = [
  { until: 'localTime', at: '09:00', on: ['TU'] },
  { until: 'window', from: '17:00', to: '09:00', on: ['MO', 'TU', 'WE', 'TH', 'FR'] },
  {
    until: 'date',
    date: { in: 'attribute', attribute: 'renews_on' },
    shift: { direction: 'before', by: 'P3D' },
    at: '09:00',
  },
]

test.each<[Language, string[]]>([
  [
    'en',
    [
      'Wait until Tuesday 09:00 in the contact’s time zone',
      'Wait for Monday–Friday 09:00–17:00 in the contact’s time zone',
      'Wait until 3 days before renews_on',
    ],
  ],
  [
    'ro',
    [
      'Așteaptă până marți, 09:00, în fusul orar al contactului',
      'Așteaptă luni–vineri, 09:00–17:00, în fusul orar al contactului',
      'Așteaptă până cu 3 zile înainte de renews_on',
    ],
  ],
  [
    'nl',
    [
      'Wacht tot dinsdag 09:00 in de tijdzone van het contact',
      'Wacht op maandag–vrijdag 09:00–17:00 in de tijdzone van het contact',
      'Wacht tot 3 dagen vóór renews_on',
    ],
  ],
  [
    'fi',
    [
      'Odota: tiistai klo 09.00 kontaktin aikavyöhykkeellä',
      'Odota: maanantai–perjantai klo 09.00–17.00 kontaktin aikavyöhykkeellä',
      'Odota päivään renews_on asti, josta vähennetään 3 päivää',
    ],
  ],
  [
    'uz',
    [
      'Kontakt vaqt mintaqasida seshanba soat 09:00 boʻlguncha kutish',
      'Kontakt vaqt mintaqasida dushanba–juma 09:00–17:00 oraligʻini kutish',
      'renews_on sanasiga 3 kun qolguncha kutish',
    ],
  ],
  [
    'ar',
    [
      'انتظار حتى الثلاثاء الساعة 09:00 بتوقيت جهة الاتصال',
      'انتظار الاثنين–الجمعة من 09:00 إلى 17:00 بتوقيت جهة الاتصال',
      'انتظار حتى ما قبل \u2068renews_on\u2069 بمدة: 3 أيام',
    ],
  ],
])('says in %s when a wait lets go', async (language, sentences) => {
  expect(await Promise.all(waits.map((data) => sentence(language, 'wait', data)))).toEqual(sentences)
})

const untilPro = {
  until: 'condition',
  rule: { if: 'attribute', attribute: 'plan', test: { op: 'is', value: 'pro' } },
  atMost: 'P2D',
}

test.each<[Language, string, string]>([
  [
    'en',
    'Wait until plan is “pro”, at most 2 days',
    'Wait until order_completed (also up to 2 days before), at most 30 days',
  ],
  [
    'ro',
    'Așteaptă până când plan este „pro”, cel mult 2 zile',
    'Așteaptă order_completed (și cu cel mult 2 zile înainte), cel mult 30 de zile',
  ],
  [
    'nl',
    'Wacht tot dit klopt: plan is “pro”, hooguit 2 dagen',
    'Wacht op order_completed (ook tot 2 dagen ervoor), hooguit 30 dagen',
  ],
  [
    'fi',
    'Odota, kunnes pätee: plan on ”pro”, enintään 2 päivää',
    'Odota, kunnes tapahtuu order_completed (myös enintään 2 päivää aiemmin), enintään 30 päivää',
  ],
  [
    'uz',
    'Kutish: plan = “pro”, koʻpi bilan 2 kun',
    'order_completed boʻlguncha kutish (undan 2 kun oldingisi ham), koʻpi bilan 30 kun',
  ],
  [
    'ar',
    'انتظار حتى يتحقق: \u2068plan\u2069 يساوي «\u2068pro\u2069»، بحد أقصى: يومان',
    'انتظار \u2068order_completed\u2069 (أو وقوعه قبل ذلك خلال: يومان)، بحد أقصى: 30 يومًا',
  ],
])('says in %s for what rule a wait holds, and how far back it looks', async (language, rule, event) => {
  expect(await sentence(language, 'wait', untilPro)).toBe(rule)
  expect(await sentence(language, 'wait', { ...untilOrder, since: 'P2D' })).toBe(event)
})

test.each<[Language, string, string]>([
  ['en', '3 paths', '20 paths'],
  ['ro', '3 ramuri', '20 de ramuri'],
  ['fi', '3 haaraa', '20 haaraa'],
  ['ar', '3 مسارات', '20 مسارًا'],
])('counts the paths of a branch in %s, everyone else included', async (language, three, twenty) => {
  expect(await sentence(language, 'branch', branchOf(2))).toBe(three)
  expect(await sentence(language, 'branch', branchOf(19))).toBe(twenty)
})

test('says the rule of a branch that asks only one thing', async () => {
  const rule = { all: [{ if: 'attribute', attribute: 'plan', test: { op: 'is', value: 'pro' } }] }
  expect(await sentence('en', 'branch', { paths: [{ id: 'path1', name: '', rule }] })).toBe('If plan is “pro”')
})

test('asks for what is missing on a fresh step', async () => {
  expect(await sentence('en', 'trigger', { on: 'event', event: { name: '', where: [] } })).toBe(
    'Choose the event that starts the journey',
  )
  expect(await sentence('en', 'message', { name: '', content: {} })).toBe('Write this email')
  expect(await sentence('en', 'wait', { until: 'localTime', at: '09:00', on: [] })).toBe('Wait for a day: choose which')
})

test('shows Liquid in a subject as it is written', async () => {
  const content = { en: { subject: 'Hi {{ first_name }}', preheader: '', body: '' } }
  expect(await sentence('en', 'message', { name: '', content })).toBe('Send “Hi {{ first_name }}”')
})

const branchOf = (paths: number): BranchData => ({
  paths: Array.from({ length: paths }, (_, index) => ({ id: `path${index + 1}`, name: '', rule: { all: [] } })),
})
