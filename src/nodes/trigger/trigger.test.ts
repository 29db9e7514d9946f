import { expect, test } from 'vitest'
import { repeatKind, repeatKinds, repeatOf, weekdayOf } from './repeatKind.ts'
import { trigger } from './trigger.ts'

const context = { locales: ['en'], sourceLocale: 'en' }
const half = { property: 'total', test: { op: 'is', value: '' } }
const segment = '7f5ad14c-1c1c-4f0e-8d2c-1f6e3f0a7b22'
const schedule = { on: 'schedule', start: '2026-03-01T09:00', zone: 'workspace' }
const date = { on: 'date', attribute: 'birthday', anniversary: true, at: '09:00' }

test.each([
  [{ on: 'event', event: { name: 'signed_up' } }, []],
  [{ on: 'event', event: { name: '' } }, ['trigger.noEvent']],
  [{ on: 'event', event: { name: 'ordered', where: [half] } }, ['trigger.emptyCondition']],
  [{ on: 'segmentEntered', segment, includePresent: true }, []],
  [{ on: 'segmentEntered', segment: '', includePresent: true }, ['trigger.noSegment']],
  [{ on: 'segmentLeft', segment: '' }, ['trigger.noSegment']],
  [{ on: 'attribute', attribute: 'plan' }, []],
  [{ on: 'attribute', attribute: ' ' }, ['trigger.noAttribute']],
  [{ on: 'attribute', attribute: 'plan', to: { op: 'is', value: '' } }, ['trigger.emptyCondition']],
  [date, []],
  [{ ...date, attribute: '' }, ['trigger.noDate']],
  [schedule, []],
  [{ ...schedule, start: '', segment: '' }, ['trigger.noSegment', 'trigger.noStart']],
  [{ ...schedule, repeat: 'FREQ=HOURLY' }, ['trigger.badRepeat']],
  [{ ...schedule, repeat: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, ['trigger.neverComes']],
  [{ on: 'api' }, []],
  [{ on: 'manual' }, []],
])('%j has the problems %j', (data, codes) => {
  expect(trigger.check(trigger.data.parse(data), context).map(({ code }) => code)).toEqual(codes)
})

test.each([
  { on: 'event', event: { name: 'a' }, key: '' },
  { on: 'event' },
  { ...schedule, start: '2026-03-01' },
  { ...schedule, start: '2026-03-01T09:00Z' },
  { ...date, at: '9 o’clock' },
  { on: 'manual', segment },
])('refuses %j', (data) => {
  expect(trigger.data.safeParse(data).success).toBe(false)
})

test('the plain choices of the panel are rules that are read back as the same choice', () => {
  for (const kind of repeatKinds) expect(repeatKind(repeatOf(kind, { start: '2026-03-31T09:00' }))).toBe(kind)
  expect(repeatOf('monthly', { start: '2026-03-31T09:00' })).toBe('FREQ=MONTHLY;BYMONTHDAY=31')
  expect(weekdayOf('2026-03-01T09:00')).toBe('SU')
})
