import i18next from 'i18next'
import { afterEach, expect, test } from 'vitest'
import { chooseLanguage, type Language } from '@/lib/i18n'
import type { Rule } from '../../audience/rule.ts'
import { type RuleNames, ruleText } from './ruleText.ts'

afterEach(() => chooseLanguage('en'))

const segment = '00000000-0000-4000-8000-000000000001'
const names: RuleNames = {
  segments: new Map([[segment, 'Gold']]),
  topics: new Map([['news', 'News']]),
  journeys: new Map([['j1', 'Welcome']]),
  messages: new Map([['n_1', 'Hello']]),
}
const isPro = { attribute: 'plan', test: { op: 'is', value: 'pro' }, lasting: 'P7D' } as const
const rules: Rule[] = [
  { if: 'memberOf', segment },
  { not: { if: 'memberOf', segment } },
  { if: 'message', did: 'opened', journey: 'j1', node: 'n_1', within: 'P30D', times: { op: 'atLeast', count: 2 } },
  { if: 'message', did: 'clicked' },
  { if: 'stage', in: ['active', 'loyal'] },
  { if: 'score', op: 'atLeast', value: 50 },
  { if: 'subscribed', channel: 'email', topic: 'news' },
  { if: 'subscribed', channel: 'email', topic: '*' },
  { if: 'reachable', channel: 'email' },
  { not: { if: 'reachable', channel: 'email' } },
  { ...isPro, if: 'unchanged', op: 'atLeast' },
  { ...isPro, if: 'unchanged', op: 'lessThan' },
]

test('says in English what every condition asks', () => {
  expect(rules.map((rule) => ruleText(rule, i18next.t, names))).toEqual([
    'in “Gold”',
    'not in “Gold”',
    'a message was opened (message “Hello”, journey “Welcome”, at least 2 times, and within the last 30 days)',
    'a link in a message was clicked',
    'the lifecycle stage is active or loyal',
    'the score is at least 50',
    'subscribed to “News” by email',
    'not unsubscribed from everything by email',
    'reachable by email',
    'not reachable by email',
    'plan is “pro”, for at least 7 days',
    'plan is “pro”, for less than 7 days',
  ])
})

test('speaks of what has no name, or none any more, without one', () => {
  const unnamed: Rule[] = [
    { if: 'memberOf', segment },
    { if: 'message', did: 'sent', journey: 'j1' },
    { if: 'subscribed', channel: 'email', topic: 'news' },
  ]
  expect(unnamed.map((rule) => ruleText(rule, i18next.t))).toEqual([
    'in a segment',
    'a message was sent (of one journey)',
    'subscribed to “news” by email',
  ])
})

test.each<Language>(['ro', 'nl', 'fi', 'uz', 'ar'])('says every condition in its own words in %s', async (language) => {
  const before = rules.map((rule) => ruleText(rule, i18next.t, names))
  await chooseLanguage(language)
  const spoken = rules.map((rule) => ruleText(rule, i18next.t, names))
  for (const [index, text] of spoken.entries()) {
    expect(text).not.toMatch(/\{\{|nodes:|^$/)
    expect(text).not.toBe(before[index])
  }
  expect(new Set(spoken).size).toBe(rules.length)
  expect(spoken[2]).toContain('Hello')
  expect(spoken[0]).toContain('Gold')
})
