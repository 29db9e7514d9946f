import { expect, test } from 'vitest'
import { dueOf, firstPlan } from './plan.ts'
import type { Schedule } from './triggerData.ts'

const daily: Schedule = { on: 'schedule', start: '2026-01-01T09:00', repeat: 'FREQ=DAILY', zone: 'workspace' }
const own: Schedule = { ...daily, zone: 'contact' }
const zone = 'Europe/Bucharest'
const at = (text: string) => Date.parse(text)

test('a schedule that begins now comes next when its time comes, not for a time behind', () => {
  const plan = firstPlan(daily, { now: at('2026-03-02T07:00Z'), zone })
  expect(plan).toEqual({
    last: '2026-03-02T09:00',
    next: { occurrence: '2026-03-03T09:00', at: at('2026-03-03T07:00Z') },
  })
})

test('in the contacts’ own zones today still comes for those whose time lies ahead, and is looked at when it comes first', () => {
  const plan = firstPlan(own, { now: at('2026-03-02T12:00Z'), zone })
  expect(plan).toEqual({
    last: '2026-03-01T09:00',
    next: { occurrence: '2026-03-02T09:00', at: at('2026-03-01T19:00Z') },
  })
})

test('of what was missed only the latest is due', () => {
  expect(dueOf(daily, '2026-03-02T09:00', { now: at('2026-03-06T12:00Z'), zone })).toEqual({
    last: '2026-03-06T09:00',
    due: '2026-03-06T09:00',
    next: { occurrence: '2026-03-07T09:00', at: at('2026-03-07T07:00Z') },
  })
})

test('nothing is due twice, nor before its time', () => {
  expect(dueOf(daily, '2026-03-06T09:00', { now: at('2026-03-06T12:00Z'), zone }).due).toBeUndefined()
  expect(dueOf(daily, '2026-03-06T09:00', { now: at('2026-03-07T06:59Z'), zone }).due).toBeUndefined()
})

test('a rule that has come to its end plans nothing more', () => {
  const plan = dueOf({ ...daily, repeat: 'FREQ=DAILY;COUNT=2' }, '2026-01-01T09:00', {
    now: at('2026-02-01T00:00Z'),
    zone,
  })
  expect(plan).toEqual({ last: '2026-01-02T09:00', due: '2026-01-02T09:00' })
})

test('a time that comes twice is due the first time, also within the hour that comes again', () => {
  const night: Schedule = { ...daily, start: '2026-10-01T03:30' }
  const plan = dueOf(night, '2026-10-24T03:30', { now: at('2026-10-25T01:10Z'), zone })
  expect(plan.due).toBe('2026-10-25T03:30')
})
