import { expect, test } from 'vitest'
import { clockMoment } from '../../engine/moment.ts'
import type { Decision } from '../../engine/nodeType.ts'
import { validate } from '../../engine/validate.ts'
import { firstZone } from '../../engine/zone.ts'
import { aJourney } from '../../testing/aJourney.ts'
import { factsOf } from '../../testing/factsOf.ts'
import { visitOf } from '../../testing/visitOf.ts'
import { nodeTypes } from '../index.ts'
import { wait } from './wait.ts'
import { words } from './words.ts'

interface Come {
  arrived: string
  zone?: string
  attributes?: Record<string, unknown>
  entryEvent?: Record<string, unknown>
  moment?: string
}

/** How a wait decides for a contact who comes; asked again at each moment it names until it lets them go. */
function visit(data: unknown, { arrived, zone = 'UTC', moment = arrived, ...about }: Come): Decision {
  const came = { at: Date.parse(arrived), seq: 4 }
  const seen = moment === arrived ? came : clockMoment(Date.parse(moment))
  const facts = factsOf([], about)
  return wait.visit(visitOf(wait.data.parse(data), { facts, arrived: came, moment: seen, zone }))
}

/** When and why a contact goes on. */
function goesOn(data: unknown, come: Come) {
  const first = visit(data, come)
  if (first.do !== 'wait') return [come.arrived, first.because]
  const wake = new Date(first.until.at).toISOString()
  expect(first.until.seq).toBe(0)
  expect(first.until.at).toBeGreaterThan(Date.parse(come.arrived))
  const then = visit(data, { ...come, moment: wake })
  return [wake.replace(':00.000Z', 'Z'), then.do === 'wait' ? 'waits again' : then.because]
}

const atNine = { until: 'localTime', at: '09:00' }

test('D15: 09:00 is nine in New York for a contact without a zone in a workspace there', () => {
  const zone = firstZone(null, 'America/New_York')
  expect(goesOn(atNine, { arrived: '2026-07-01T14:00Z', zone })).toEqual(['2026-07-02T13:00Z', 'localTimeCame'])
  expect(goesOn(atNine, { arrived: '2026-07-01T12:59Z', zone })).toEqual(['2026-07-01T13:00Z', 'localTimeCame'])
})

test('who comes at the very time waits for the next', () => {
  expect(goesOn(atNine, { arrived: '2026-07-01T09:00Z' })).toEqual(['2026-07-02T09:00Z', 'localTimeCame'])
})

test('M12: on Wednesday or Friday, come on a Sunday, goes on on Wednesday', () => {
  const days = { until: 'localTime', at: '08:00', on: ['FR', 'WE'] }
  expect(goesOn(days, { arrived: '2026-03-01T08:00Z' })).toEqual(['2026-03-04T08:00Z', 'localTimeCame'])
})

const eightToTen = { until: 'window', from: '08:00', to: '10:00' }

test('M10: from 08:00 to 10:00, come at noon, goes on the next day at 08:00', () => {
  expect(goesOn(eightToTen, { arrived: '2026-03-03T12:00Z' })).toEqual(['2026-03-04T08:00Z', 'windowOpened'])
  expect(goesOn(eightToTen, { arrived: '2026-03-03T10:00Z' })).toEqual(['2026-03-04T08:00Z', 'windowOpened'])
})

test('who comes within the window goes on at once', () => {
  for (const arrived of ['2026-03-03T08:00Z', '2026-03-03T09:59:59.999Z'])
    expect(goesOn(eightToTen, { arrived })).toEqual([arrived, 'windowWasOpen'])
})

test('M11: a window typed in reverse is read the right way round, unless it goes over midnight', () => {
  const reversed = { until: 'window', from: '10:00', to: '08:00' }
  expect(goesOn(reversed, { arrived: '2026-03-03T12:00Z' })).toEqual(['2026-03-04T08:00Z', 'windowOpened'])
  const night = { ...reversed, overnight: true }
  expect(goesOn(night, { arrived: '2026-03-03T12:00Z' })).toEqual(['2026-03-03T12:00Z', 'windowWasOpen'])
  expect(goesOn(night, { arrived: '2026-03-03T09:00Z' })).toEqual(['2026-03-03T10:00Z', 'windowOpened'])
})

test('a worker that comes when the window has closed again waits for the next', () => {
  const come = { arrived: '2026-03-03T12:00Z', moment: '2026-03-04T22:00Z' }
  expect(visit(eightToTen, come)).toMatchObject({ until: clockMoment(Date.parse('2026-03-05T08:00Z')) })
})

const onDate = { until: 'date', date: { in: 'attribute', attribute: 'renews_on' }, at: '09:00' }
const zone = 'Europe/Bucharest'
const arrived = '2026-03-03T10:00Z'

test('V5: a date of the profile that lies ahead is waited for, at a local time', () => {
  const come = { arrived, zone, attributes: { renews_on: '2026-03-29' } }
  expect(goesOn(onDate, come)).toEqual(['2026-03-29T06:00Z', 'dateCame'])
})

test('a date of the entry event, some days before it', () => {
  const before = {
    until: 'date',
    date: { in: 'entryEvent', property: 'starts_at' },
    shift: { direction: 'before', by: 'P1D' },
    at: '09:00',
  }
  const come = { arrived, zone, entryEvent: { starts_at: '2026-03-29T10:00+03:00' } }
  expect(goesOn(before, come)).toEqual(['2026-03-28T08:00Z', 'dateCame'])
})

test.each([
  ['missing', {}, 'dateMissing'],
  ['empty', { renews_on: '' }, 'dateMissing'],
  ['unreadable', { renews_on: 'next week' }, 'dateUnreadable'],
  ['past', { renews_on: '2026-03-01' }, 'datePast'],
  ['now', { renews_on: '2026-03-03T10:00Z' }, 'datePast'],
])('D20: a date that is %s does not wait, and says so', (_claim, attributes, because) => {
  expect(goesOn(onDate, { arrived, zone, attributes })).toEqual([arrived, because])
})

test('a name that every JavaScript object answers to is no date', () => {
  const data = { ...onDate, date: { in: 'attribute', attribute: 'constructor' } }
  expect(goesOn(data, { arrived })).toEqual([arrived, 'dateMissing'])
})

const kinds = [
  { until: 'duration', lasting: 'P1D' },
  atNine,
  eightToTen,
  onDate,
  { until: 'event', event: { name: 'ordered', where: [] }, atMost: 'P1D' },
]

test.each(kinds)('P10: $until asked too early names the same instant again', (data) => {
  const come = { arrived: '2026-03-03T12:00Z', zone, attributes: { renews_on: '2026-03-05' } }
  const first = visit(data, come)
  expect(first.do).toBe('wait')
  for (const moment of ['2026-03-03T12:00:01Z', '2026-03-03T18:00Z', '2026-03-04T05:59Z'])
    expect(visit(data, { ...come, moment })).toEqual(first)
})

const empty = [
  [{ ...atNine, on: [] }, ['wait.noWeekday']],
  [{ ...eightToTen, on: [] }, ['wait.noWeekday']],
  [{ ...eightToTen, to: '08:00' }, ['wait.emptyWindow']],
  [{ ...onDate, date: { in: 'attribute', attribute: '' } }, ['wait.noDate']],
  [{ ...onDate, date: { in: 'entryEvent', property: '' } }, ['wait.noDate']],
] as const

test.each(empty)('%j blocks publishing with %j and lets nobody through', (written, codes) => {
  const problems = wait.check(wait.data.parse(written), { locales: ['en'], sourceLocale: 'en' })
  expect(problems.map(({ code }) => code)).toEqual(codes)
  expect(problems.every(({ code, severity }) => severity === 'blocks' && code in words.en.problems)).toBe(true)
  expect(visit(written, { arrived })).toEqual({ do: 'end', because: 'notConfigured' })
})

test('what is filled in has no problem, one port, and a reason in words for whatever it decides', () => {
  for (const written of [atNine, { ...atNine, on: ['MO'] }, eightToTen, onDate]) {
    const data = wait.data.parse(written)
    expect(wait.check(data, { locales: ['en'], sourceLocale: 'en' })).toEqual([])
    expect(wait.ports(data)).toEqual(['next'])
    expect(words.en.because).toHaveProperty(String(goesOn(written, { arrived })[1]))
  }
})

test.each([
  [{ ...atNine, at: '24:00' }],
  [{ ...atNine, at: '9:00' }],
  [{ ...atNine, on: ['Monday'] }],
  [{ ...eightToTen, lasting: 'P1D' }],
  [{ ...onDate, shift: { direction: 'before', by: 'P0D' } }],
  [{ ...onDate, date: { in: 'attribute', property: 'x' } }],
])('refuses %j', (written) => {
  expect(wait.data.safeParse(written).success).toBe(false)
})

test.each([
  [atNine, false],
  [{ until: 'duration', lasting: 'P1D' }, false],
  [eightToTen, true],
  [onDate, true],
])('a circle whose only wait is %j never ends: %j', (written, isEndless) => {
  const journey = aJourney().trigger('a').as('x').email('X').as('y').waitUntil(wait.data.parse(written)).to('x').build()
  const codes = validate(journey, nodeTypes, { locales: ['en'], sourceLocale: 'en' }).map(({ code }) => code)
  expect(codes.includes('instantCycle')).toBe(isEndless)
})
