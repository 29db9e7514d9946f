import { expect, test } from 'vitest'
import { clockMoment, type Moment } from '../../engine/moment.ts'
import { factsOf } from '../../testing/factsOf.ts'
import { visitOf } from '../../testing/visitOf.ts'
import { wait } from './wait.ts'

const arrived = { at: Date.parse('2026-03-03T09:00Z'), seq: 4 }
const visit = (data: unknown, moment: Moment, facts = factsOf()) =>
  wait.visit(visitOf(wait.data.parse(data), { facts, arrived, moment }))

const oneDay = { until: 'duration', lasting: 'P1D' }
const untilOrder = { until: 'event', event: { name: 'ordered' }, atMost: 'P1D' }

test('lets the contact go at the very moment the time is over', () => {
  const over = Date.parse('2026-03-04T09:00Z')
  expect(visit(oneDay, clockMoment(over - 1))).toEqual({ do: 'wait', until: clockMoment(over), awaits: [] })
  expect(visit(oneDay, clockMoment(over))).toEqual({ do: 'leave', by: 'next', because: 'timeElapsed', effects: [] })
})

test('remembers nothing: it may be asked at any later moment and answers the same', () => {
  expect(visit(oneDay, clockMoment(Date.parse('2030-01-01T00:00Z')))).toMatchObject({ do: 'leave', by: 'next' })
})

test('waits for the first event that fits, not for the first of that name', () => {
  const where = [{ property: 'total', test: { op: 'atLeast', value: 50 } }]
  const facts = factsOf([
    ['ordered', '2026-03-03T10:00Z', { total: 5 }],
    ['ordered', '2026-03-03T11:00Z', { total: 70 }],
  ])
  const data = { ...untilOrder, event: { name: 'ordered', where } }
  expect(visit(data, arrived, facts)).toMatchObject({
    do: 'wait',
    until: { at: Date.parse('2026-03-03T11:00Z'), seq: 2 },
  })
})

test.each([
  [oneDay, ['next'], []],
  [untilOrder, ['happened', 'timeout'], ['ordered']],
])('has ports and reads events as its kind needs: %j', (written, ports, reads) => {
  const data = wait.data.parse(written)
  expect([wait.ports(data), wait.reads(data)]).toEqual([ports, reads])
})

const context = { locales: ['en'], sourceLocale: 'en' }

test.each([
  [oneDay, []],
  [untilOrder, []],
  [{ ...untilOrder, event: { name: '' } }, ['wait.noEvent']],
  [
    { ...untilOrder, event: { name: 'ordered', where: [{ property: 'x', test: { op: 'is', value: '' } }] } },
    ['wait.emptyCondition'],
  ],
])('%j has the problems %j', (written, codes) => {
  expect(wait.check(wait.data.parse(written), context).map(({ code }) => code)).toEqual(codes)
})

test.each([
  [{ until: 'duration', lasting: 'PT0S' }],
  [{ until: 'duration', lasting: '-PT1H' }],
  [{ until: 'duration', lasting: 'P1D', atMost: 'P1D' }],
  [{ until: 'weekday' }],
])('refuses %j', (written) => {
  expect(wait.data.safeParse(written).success).toBe(false)
})
