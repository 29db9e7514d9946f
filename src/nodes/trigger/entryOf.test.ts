import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noFacts } from '../../audience/facts.ts'
import { randomTrigger } from '../../testing/randomTriggers.ts'
import { admits, heardBy } from './admits.ts'
import { comesNext, type Entrant, entryOf } from './entryOf.ts'
import { triggerData } from './triggerData.ts'

const place = { journey: '0e5ad14c-1c1c-4f0e-8d2c-1f6e3f0a7b11', node: 'n_1' }
const at = Date.parse('2026-03-28T08:00Z')
const entrant: Entrant = {
  at,
  zone: 'Asia/Tokyo',
  workspaceZone: 'Europe/Bucharest',
  facts: { ...noFacts, attributes: { plan: 'free', born: '1990-05-06' } },
  properties: { x: 1 },
}
const entry = (data: unknown) => entryOf(triggerData.parse(data), place, entrant)

test('what is made up for a trigger is heard by it, and lets the contact in', () => {
  fc.assert(
    fc.property(randomTrigger, (drawn) => {
      const data = triggerData.parse(drawn)
      const made = entryOf(data, place, entrant)
      expect(made.name).toBe(heardBy(data))
      expect(admits(data, place, made)).toBe(true)
    }),
    { seed: 20_261_122, numRuns: 300 },
  )
})

test('a change is that of the contact’s own value where it fits', () => {
  expect(entry({ on: 'attribute', attribute: 'plan' }).properties).toMatchObject({ from: null, to: 'free' })
  const made = entry({ on: 'attribute', attribute: 'plan', to: { op: 'is', value: 'pro' } })
  expect(made.properties.to).toBe('pro')
  expect(made.facts).toMatchObject({ attributes: { plan: 'pro' }, changedAt: { plan: at } })
})

test('whoever comes in by a segment is in it, or is no more', () => {
  const segment = '7f5ad14c-1c1c-4f0e-8d2c-1f6e3f0a7b22'
  expect(entry({ on: 'segmentEntered', segment, includePresent: false }).facts.memberOf).toEqual({ [segment]: at })
  expect(entry({ on: 'segmentLeft', segment }).facts.memberOf).toEqual({})
})

test('a date is the contact’s own; without one, that which would come now', () => {
  const date = { on: 'date', attribute: 'born', anniversary: true, at: '09:00' }
  expect(entry(date).properties.date).toBe('1990-05-06')
  const other = { ...date, attribute: 'renewal', shift: { direction: 'before', by: 'P3D' } }
  expect(entry(other).properties.date).toBe('2026-03-31')
})

test('says when the clock lets in next', () => {
  const next = (data: unknown) => comesNext(triggerData.parse(data), entrant)
  const schedule = { on: 'schedule', start: '2026-03-01T09:00', repeat: 'FREQ=DAILY', zone: 'workspace' }
  expect(next(schedule)).toBe(Date.parse('2026-03-29T06:00Z'))
  expect(next({ ...schedule, zone: 'contact' })).toBe(Date.parse('2026-03-29T00:00Z'))
  expect(next({ on: 'date', attribute: 'born', anniversary: true, at: '09:00' })).toBe(Date.parse('2026-05-06T00:00Z'))
  expect(next({ on: 'manual' })).toBeUndefined()
})
