import type { TFunction } from 'i18next'
import { isConfigured } from '../../audience/inspect.ts'
import type { Condition, EventMatch, EventProperty, Performed, Rule, Test } from '../../audience/rule.ts'

/** A rule as a sentence of the reader's language: `plan is “pro” and order_completed did not happen`. */
export function ruleText(rule: Rule, t: TFunction): string {
  if (!isConfigured(rule)) return unfinishedText(rule, t)
  if ('all' in rule) return joined('all', rule.all, t)
  if ('any' in rule) return joined('any', rule.any, t)
  if ('not' in rule) return negatedText(rule.not, t)
  return conditionText(rule, t)
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

function conditionText(condition: Condition, t: TFunction): string {
  switch (condition.if) {
    case 'attribute':
      return testText(t('nodes:what.attribute', { name: condition.attribute }), condition.test, t)
    case 'entryEvent':
      return testText(t('nodes:what.entryEvent', { name: condition.property }), condition.test, t)
    case 'performed':
      return performedText('performed', condition, t)
    case 'eventProperty':
      return testText(eventPropertyText(condition, t), condition.test, t)
    case 'locale':
      return t('nodes:rule.locale', { languages: condition.in })
  }
}

function eventPropertyText({ which, property, event, within }: EventProperty, t: TFunction): string {
  const what = t(`nodes:what.${which}`, { name: property, event: eventText(event, t) })
  return within === undefined ? what : t('nodes:what.within', { what, within })
}

function negatedText(rule: Rule, t: TFunction): string {
  if ('if' in rule && rule.if === 'performed' && !rule.times && !rule.sum) return performedText('notPerformed', rule, t)
  return t('nodes:rule.not', { rule: ruleText(rule, t) })
}

function performedText(word: 'performed' | 'notPerformed', { event, within, times, sum }: Performed, t: TFunction) {
  const key = `nodes:rule.${times ? 'performedTimes' : word}${within === undefined ? '' : 'Within'}` as const
  const often = times && t(`nodes:times.${times.op}`, { count: times.count })
  const happened = t(key, { event: eventText(event, t), within, times: often })
  if (!sum) return happened
  const added = testText(t('nodes:what.sum', { name: sum.property }), { op: sum.op, value: sum.value }, t)
  return t('nodes:rule.all', { parts: [happened, added] })
}

function joined(word: 'all' | 'any', rules: readonly Rule[], t: TFunction): string {
  const [only] = rules
  if (only && rules.length === 1) return ruleText(only, t)
  const parts = rules.map((rule) =>
    isGroup(rule) ? t('nodes:rule.group', { rule: ruleText(rule, t) }) : ruleText(rule, t),
  )
  return t(`nodes:rule.${word}`, { parts })
}

const isGroup = (rule: Rule) =>
  ('all' in rule && rule.all.length > 1) ||
  ('any' in rule && rule.any.length > 1) ||
  ('if' in rule && rule.if === 'performed' && rule.sum !== undefined)

/** The finished parts of an unfinished rule still read well; the rest is an ellipsis. */
function unfinishedText(rule: Rule, t: TFunction): string {
  if ('all' in rule && rule.all.length > 0) return joined('all', rule.all, t)
  if ('any' in rule && rule.any.length > 0) return joined('any', rule.any, t)
  return t('nodes:rule.unfinished')
}
