import type { TFunction } from 'i18next'
import { conditionsIn, isConfigured } from '../../audience/inspect.ts'
import type { Condition, Engagement, EventMatch, EventProperty, Performed, Rule, Test } from '../../audience/rule.ts'

/** Names of what a rule has only the ids of; an id that is not among them is spoken of without a name. */
export interface RuleNames {
  segments: ReadonlyMap<string, string>
  topics: ReadonlyMap<string, string>
  journeys: ReadonlyMap<string, string>
  messages: ReadonlyMap<string, string>
}

const none: ReadonlyMap<string, string> = new Map()
const noNames: RuleNames = { segments: none, topics: none, journeys: none, messages: none }

/** A rule as a sentence of the reader's language: `plan is “pro” and order_completed did not happen`. */
export function ruleText(rule: Rule, t: TFunction, names = noNames): string {
  const speech = { t, names }
  if (!isConfigured(rule)) return unfinishedText(rule, speech)
  if ('all' in rule) return joined('all', rule.all, speech)
  if ('any' in rule) return joined('any', rule.any, speech)
  if ('not' in rule) return negatedText(rule.not, speech)
  return conditionText(rule, speech)
}

interface Speech {
  t: TFunction
  names: RuleNames
}

/** Whose names the sentence of a rule needs. */
export const ruleSpeaksOf = (rule: Rule): (keyof RuleNames)[] => conditionsIn(rule).flatMap(speaksOf)

function speaksOf(condition: Condition): (keyof RuleNames)[] {
  if (condition.if === 'memberOf') return ['segments']
  if (condition.if === 'subscribed') return ['topics']
  return condition.if === 'message' && condition.journey !== undefined ? ['journeys', 'messages'] : []
}

/** An event and its conditions: `order_completed (total is more than 50)`. */
export function eventText({ name, where }: EventMatch, t: TFunction): string {
  if (where.length === 0) return name
  const parts = where.map(({ property, test }) => testText(t('nodes:what.property', { name: property }), test, t))
  return t('nodes:rule.eventWhere', { event: name, where: t('nodes:rule.all', { parts }) })
}

/** A test of something, both in words: `plan is “pro”`. */
export function testText(what: string, test: Test, t: TFunction): string {
  if ('values' in test) return t('nodes:test.in', { what, values: test.values.map((each) => valueText(each, t)) })
  if ('lasting' in test) return t(`nodes:test.${test.op}`, { what, lasting: test.lasting })
  if (!('value' in test)) return t(`nodes:test.${test.op}`, { what })
  const isDate = test.op === 'before' || test.op === 'after'
  const value = isDate ? t('nodes:value.date', { value: test.value }) : valueText(test.value, t)
  return t(`nodes:test.${test.op}`, { what, value })
}

function valueText(value: string | number | boolean, t: TFunction): string {
  if (typeof value === 'boolean') return t(value ? 'nodes:yes' : 'nodes:no')
  return t(typeof value === 'number' ? 'nodes:value.number' : 'nodes:value.text', { value })
}

function conditionText(condition: Condition, speech: Speech): string {
  const { t } = speech
  switch (condition.if) {
    case 'attribute':
      return attributeText(condition, t)
    case 'entryEvent':
      return testText(t('nodes:what.entryEvent', { name: condition.property }), condition.test, t)
    case 'performed':
      return performedText('performed', condition, t)
    case 'eventProperty':
      return testText(eventPropertyText(condition, t), condition.test, t)
    case 'locale':
      return t('nodes:rule.locale', { languages: condition.in })
    case 'memberOf':
      return memberText('memberOf', condition.segment, speech)
    case 'message':
      return engagementText(condition, speech)
    case 'stage':
      return t('nodes:rule.stage', { stages: condition.in.map((each) => t(`nodes:stage.${each}`)) })
    case 'score':
      return testText(t('nodes:what.score'), { op: condition.op, value: condition.value }, t)
    case 'subscribed':
      return subscribedText(condition, speech)
    case 'reachable':
      return t('nodes:rule.reachable', { channel: t(`nodes:channel.${condition.channel}`) })
    case 'unchanged': {
      const key = condition.op === 'atLeast' ? 'unchangedAtLeast' : 'unchangedLessThan'
      return t(`nodes:rule.${key}`, { test: attributeText(condition, t), lasting: condition.lasting })
    }
  }
}

const attributeText = ({ attribute, test }: { attribute: string; test: Test }, t: TFunction): string =>
  testText(t('nodes:what.attribute', { name: attribute }), test, t)

function memberText(word: 'memberOf' | 'notMemberOf', id: string, { t, names }: Speech): string {
  const name = names.segments.get(id)
  const segment = name === undefined ? t('nodes:what.someSegment') : t('nodes:what.segment', { name })
  return t(`nodes:rule.${word}`, { segment })
}

function subscribedText({ channel, topic }: Extract<Condition, { if: 'subscribed' }>, { t, names }: Speech): string {
  const by = t(`nodes:channel.${channel}`)
  if (topic === '*') return t('nodes:rule.subscribedAll', { channel: by })
  const name = t('nodes:what.topic', { name: names.topics.get(topic) ?? topic })
  return t('nodes:rule.subscribed', { topic: name, channel: by })
}

function engagementText({ did, journey, node, within, times }: Engagement, { t, names }: Speech): string {
  const what = t(`nodes:engaged.${did}`)
  const details = [
    ...(node === undefined ? [] : [named('node', names.messages.get(node), t)]),
    ...(journey === undefined ? [] : [named('journey', names.journeys.get(journey), t)]),
    ...(times ? [t(`nodes:times.${times.op}`, { count: times.count })] : []),
    ...(within === undefined ? [] : [t('nodes:detail.within', { within })]),
  ]
  return details.length === 0 ? what : t('nodes:rule.detailed', { what, details })
}

function named(kind: 'node' | 'journey', name: string | undefined, t: TFunction): string {
  if (name !== undefined) return t(`nodes:detail.${kind}`, { name })
  return t(kind === 'node' ? 'nodes:detail.someNode' : 'nodes:detail.someJourney')
}

function eventPropertyText({ which, property, event, within }: EventProperty, t: TFunction): string {
  const what = t(`nodes:what.${which}`, { name: property, event: eventText(event, t) })
  return within === undefined ? what : t('nodes:what.within', { what, within })
}

function negatedText(rule: Rule, speech: Speech): string {
  const { t, names } = speech
  if ('if' in rule) {
    if (rule.if === 'performed' && !rule.times && !rule.sum) return performedText('notPerformed', rule, t)
    if (rule.if === 'memberOf') return memberText('notMemberOf', rule.segment, speech)
    if (rule.if === 'reachable') return t('nodes:rule.notReachable', { channel: t(`nodes:channel.${rule.channel}`) })
  }
  return t('nodes:rule.not', { rule: ruleText(rule, t, names) })
}

function performedText(word: 'performed' | 'notPerformed', { event, within, times, sum }: Performed, t: TFunction) {
  const key = `nodes:rule.${times ? 'performedTimes' : word}${within === undefined ? '' : 'Within'}` as const
  const often = times && t(`nodes:times.${times.op}`, { count: times.count })
  const happened = t(key, { event: eventText(event, t), within, times: often })
  if (!sum) return happened
  const added = testText(t('nodes:what.sum', { name: sum.property }), { op: sum.op, value: sum.value }, t)
  return t('nodes:rule.all', { parts: [happened, added] })
}

function joined(word: 'all' | 'any', rules: readonly Rule[], { t, names }: Speech): string {
  const [only] = rules
  if (only && rules.length === 1) return ruleText(only, t, names)
  const parts = rules.map((rule) => {
    const text = ruleText(rule, t, names)
    return isGroup(rule) ? t('nodes:rule.group', { rule: text }) : text
  })
  return t(`nodes:rule.${word}`, { parts })
}

const isGroup = (rule: Rule) =>
  ('all' in rule && rule.all.length > 1) ||
  ('any' in rule && rule.any.length > 1) ||
  ('if' in rule && rule.if === 'performed' && rule.sum !== undefined)

/** The finished parts of an unfinished rule still read well; the rest is an ellipsis. */
function unfinishedText(rule: Rule, speech: Speech): string {
  if ('all' in rule && rule.all.length > 0) return joined('all', rule.all, speech)
  if ('any' in rule && rule.any.length > 0) return joined('any', rule.any, speech)
  return speech.t('nodes:rule.unfinished')
}
