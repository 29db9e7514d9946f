import { expect, test } from 'vitest'
import { admits, doorFor, heardBy } from './admits.ts'
import { triggerData } from './triggerData.ts'
import { inKind, triggerKinds } from './triggerKind.ts'

const journey = '0e5ad14c-1c1c-4f0e-8d2c-1f6e3f0a7b11'
const other = '7f5ad14c-1c1c-4f0e-8d2c-1f6e3f0a7b22'
const place = { journey, node: 'n_1' }
const lets = (data: unknown, name: string, properties = {}) =>
  admits(triggerData.parse(data), place, { name, properties })

const paid = {
  on: 'event',
  event: { name: 'Paid', where: [{ property: 'total', test: { op: 'moreThan', value: 5 } }] },
}
const entered = { on: 'segmentEntered', segment: other, includePresent: false }
const present = { ...entered, includePresent: true }
const changed = { on: 'attribute', attribute: 'plan', from: { op: 'isMissing' }, to: { op: 'is', value: 'pro' } }
const date = { on: 'date', attribute: 'birthday', anniversary: true, at: '09:00' }
const schedule = { on: 'schedule', start: '2026-03-01T09:00', zone: 'contact' }
const here = { journey, node: 'n_1' }

test.each([
  [paid, 'Paid', { total: 6 }, true],
  [paid, 'Paid', { total: 5 }, false],
  [{ on: 'event', event: { name: '', where: [] } }, '', {}, false],
  [entered, '$segment_entered', { segment: other }, true],
  [entered, '$segment_entered', { segment: journey }, false],
  [entered, '$segment_left', { segment: other }, false],
  [entered, '$segment_entered', { segment: other, journey }, false],
  [present, '$segment_entered', { segment: other, journey }, true],
  [present, '$segment_entered', { segment: other, journey: other }, false],
  [present, '$segment_entered', { segment: other }, true],
  [{ ...entered, segment: '' }, '$segment_entered', { segment: '' }, false],
  [{ on: 'segmentLeft', segment: other }, '$segment_left', { segment: other }, true],
  [changed, '$attribute_changed', { attribute: 'plan', from: null, to: 'pro' }, true],
  [changed, '$attribute_changed', { attribute: 'plan', from: 'free', to: 'pro' }, false],
  [changed, '$attribute_changed', { attribute: 'plan', from: null, to: 'free' }, false],
  [changed, '$attribute_changed', { attribute: 'size', from: null, to: 'pro' }, false],
  [date, '$date_reached', here, true],
  [date, '$date_reached', { ...here, node: 'n_2' }, false],
  [schedule, '$scheduled', here, true],
  [schedule, '$scheduled', { ...here, journey: other }, false],
  [{ on: 'api' }, '$api', { journey }, true],
  [{ on: 'api' }, '$api', { journey: other }, false],
  [{ on: 'manual' }, '$added_by_hand', { journey }, true],
])('%j lets in for %s %j: %s', (data, name, properties, expected) => {
  expect(lets(data, name, properties)).toBe(expected)
})

const door = (id: string, data: unknown) => ({ id, data: triggerData.parse(data) })
const doors = [door('api', { on: 'api' }), door('paid', paid), door('again', paid), door('hand', { on: 'manual' })]
const through = (name: string, properties: Record<string, unknown>) => doorFor(doors, journey, { name, properties })?.id

test('several triggers that let in for the same lead through the first', () => {
  expect(through('Paid', { total: 9 })).toBe('paid')
  expect(through('Paid', { total: 1 })).toBeUndefined()
})

test('whoever comes from another journey or by hand enters at the first trigger, unless one is made for that', () => {
  expect(through('$moved', { journey })).toBe('api')
  expect(through('$added_by_hand', { journey })).toBe('hand')
  expect(doorFor(doors.slice(0, 2), journey, { name: '$added_by_hand', properties: { journey } })?.id).toBe('api')
  expect(through('$moved', { journey: other })).toBeUndefined()
  expect(doorFor([], journey, { name: '$moved', properties: { journey } })).toBeUndefined()
})

test('every kind hears a name, and turns into every other kind with what both have', () => {
  for (const from of triggerKinds) {
    for (const to of triggerKinds) {
      const data = inKind(to, inKind(from, triggerData.parse(paid)))
      expect(triggerData.parse(data)).toEqual(data)
      expect(data.on).toBe(to)
      expect(heardBy(data).startsWith('$') || to === 'event').toBe(true)
    }
  }
  const left = inKind('segmentLeft', triggerData.parse(entered))
  expect(left).toEqual({ on: 'segmentLeft', segment: other })
  expect(inKind('date', triggerData.parse(changed))).toMatchObject({ attribute: 'plan' })
})
