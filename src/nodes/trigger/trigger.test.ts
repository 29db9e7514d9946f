import { expect, test } from 'vitest'
import { trigger } from './trigger.ts'

const context = { locales: ['en'], sourceLocale: 'en' }
const on = (event: unknown, more = {}) => trigger.data.parse({ on: 'event', event, ...more })
const half = { property: 'total', test: { op: 'is', value: '' } }

test.each([
  [on({ name: 'signed_up' }), []],
  [on({ name: '' }), ['trigger.noEvent']],
  [on({ name: 'ordered', where: [half] }), ['trigger.emptyCondition']],
])('%j has the problems %j', (data, codes) => {
  expect(trigger.check(data, context).map(({ code }) => code)).toEqual(codes)
})

test('refuses an empty key: without one there is none', () => {
  expect(trigger.data.safeParse({ on: 'event', event: { name: 'a' }, key: '' }).success).toBe(false)
})
