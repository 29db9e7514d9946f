import { expect, test } from 'vitest'
import type { Rule } from './rule.ts'
import { segmentFlaw, segmentReads } from './segmentRule.ts'

const plan: Rule = { if: 'attribute', attribute: 'plan', test: { op: 'is', value: 'paid' } }
const due: Rule = { if: 'attribute', attribute: 'due', test: { op: 'withinNext', lasting: 'P3D' } }
const bought: Rule = { if: 'performed', event: { name: 'bought', where: [] } }
const lately: Rule = { if: 'performed', event: { name: 'looked', where: [] }, within: 'P30D' }
const list = '66666666-6666-4666-8666-666666666666'

test('writes down all a rule asks about, and apart what time alone may change', () => {
  const rule: Rule = { all: [plan, { any: [due, { not: lately }] }, bought, { if: 'memberOf', segment: list }] }
  expect(segmentReads(rule)).toEqual({
    events: ['looked', 'bought'],
    attributes: ['plan', 'due', 'time_zone'],
    lists: [list],
    timedEvents: ['looked'],
    timedAttributes: ['due'],
    takesNewcomers: false,
  })
})

test.each<[string, Rule, string[]]>([
  ['consent', { if: 'subscribed', channel: 'email', topic: 'news' }, ['$subscribed', '$unsubscribed']],
  ['an address', { if: 'reachable', channel: 'email' }, ['$message_bounced', '$message_complained']],
  ['messages', { if: 'message', did: 'opened' }, ['$message_opened']],
])('what a rule asks of %s it hears of by signals', (_name, rule, events) => {
  expect(segmentReads(rule).events).toEqual(events)
})

test.each<[string, Rule, boolean]>([
  ['who did nothing yet', { not: bought }, true],
  ['who has no plan', { not: plan }, true],
  ['who is subscribed, as the topic may have it', { if: 'subscribed', channel: 'email', topic: 'news' }, true],
  ['who bought', bought, false],
])('looks at a newcomer for %s: %s', (_name, rule, takes) => {
  expect(segmentReads(rule).takesNewcomers).toBe(takes)
})

test('says what keeps a rule from being a segment’s', () => {
  expect(segmentFlaw({ all: [plan, bought] })).toBeUndefined()
  expect(segmentFlaw({ all: [] })).toBe('incomplete')
  expect(segmentFlaw({ any: Array.from({ length: 201 }, () => plan) })).toBe('tooLong')
  expect(segmentFlaw({ if: 'entryEvent', property: 'p', test: { op: 'exists' } })).toBe('asksEntryEvent')
  expect(segmentFlaw({ if: 'performed', event: { name: '$segment_left', where: [] } })).toBe('asksSegment')
})
