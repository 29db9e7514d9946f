import { expect, test } from 'vitest'
import { clockMoment } from '../engine/moment.ts'
import type { Rule } from './rule.ts'
import { toSql } from './toSql.ts'

const setting = {
  moment: clockMoment(Date.parse('2026-03-10T12:00Z')),
  zone: 'Europe/Bucharest',
  zones: ['Asia/Tokyo'],
}
const evil = "x' or true --"
const event = { name: evil, where: [{ property: evil, test: { op: 'contains' as const, value: evil } }] }
const rules: Rule = {
  all: [
    { if: 'attribute', attribute: evil, test: { op: 'in', values: [evil, 5] } },
    { if: 'performed', event, within: 'P7D' },
    {
      not: {
        if: 'performed',
        event,
        times: { op: 'exactly', count: 2 },
        sum: { property: evil, op: 'atLeast', value: 1 },
      },
    },
    { if: 'eventProperty', which: 'last', event, property: evil, test: { op: 'before', value: '2026-01-01' } },
    { if: 'memberOf', segment: '00000000-0000-4000-8000-000000000001' },
    { if: 'subscribed', channel: 'email', topic: evil },
    { if: 'reachable', channel: 'email' },
    { if: 'unchanged', attribute: evil, test: { op: 'exists' }, op: 'atLeast', lasting: 'P7D' },
  ],
}

test('no value stands in the text, and each has its parameter', () => {
  const { text, values } = toSql(rules, { ...setting, contact: 'contact', before: 2 })
  expect(text).not.toContain('or true')
  const used = [...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number))
  expect([...new Set(used)].sort((a, b) => a - b)).toEqual(values.map((_, index) => index + 3))
  expect(text.match(/\$\d+(?!\d|::text)/g)).toBe(null)
})

test('every look at events stays within the contact’s workspace', () => {
  const { text } = toSql(rules, { ...setting, contact: 'someone' })
  const looks = text.split('public.events event where ').slice(1)
  expect(looks).toHaveLength(3)
  for (const look of looks) {
    expect(look).toMatch(/^event\.workspace_id = someone\.workspace_id and event\.contact_id = someone\.id and /)
  }
})

test.each(['event', 'contact; drop table', '', 'C'])('%j is no alias', (contact) => {
  expect(() => toSql(rules, { ...setting, contact })).toThrow('No alias')
})
