import { addDuration } from '../engine/duration.ts'
import { inTenThousandths, MOST_ADDED, NEVER_READ, type Present } from './evaluate.ts'
import { folded, foldedSql } from './folded.ts'
import { inBasicTerms } from './inBasicTerms.ts'
import { isConfigured } from './inspect.ts'
import { passes } from './passes.ts'
import type { Condition, EventMatch, EventProperty, Performed, Rule, Test, Unchanged } from './rule.ts'
import { signs, testToSql } from './testToSql.ts'
import { instantText, type Zoned, zoned } from './zoned.ts'

/** Where a rule is asked about many contacts at once. */
export interface Setting extends Present {
  /** Every zone that contacts have; `zone` is for those without one, or with none that is valid. */
  zones: readonly string[]
  /** The alias that `public.contacts` has in the query around the condition. */
  contact: string
  /** How many parameters of the query come before the condition's. */
  before?: number
}

export interface SqlCondition {
  text: string
  /** `$1::text`, `$2::text` and so on: every value is bound, none is in the text. */
  values: string[]
}

/**
 * The same question as `evaluate` asks, as a condition in Postgres 17 over a contact's row and `public.events`. It is never
 * null and never fails. Nobody has an entry event here. Time in zones is reckoned once per zone, in JavaScript, so that both
 * answer by the same calendar. Events are expected in whole milliseconds, as they are taken in.
 */
export function toSql(rule: Rule, { before = 0, ...setting }: Setting): SqlCondition {
  if (!/^[a-z_]+$/.test(setting.contact) || ownAliases.includes(setting.contact)) {
    throw new Error(`No alias for contacts: ${setting.contact}`)
  }
  const values: string[] = []
  const bind = (value: string) => `$${before + values.push(value)}::text`
  return { text: ruleToSql(rule, { ...setting, bind, zoned: zoned(setting, bind) }), values }
}

const ownAliases = ['event', 'found', 'element', 'member']

interface Writing extends Setting {
  bind: (value: string) => string
  zoned: Zoned
}

function ruleToSql(rule: Rule, to: Writing): string {
  if ('all' in rule) return rule.all.length === 0 ? 'false' : joined(rule.all, ' and ', to)
  if ('any' in rule) return rule.any.length === 0 ? 'false' : joined(rule.any, ' or ', to)
  if (!isConfigured(rule)) return 'false'
  return 'not' in rule ? `not ${ruleToSql(rule.not, to)}` : conditionToSql(rule, to)
}

function conditionToSql(written: Condition, to: Writing): string {
  const condition = inBasicTerms(written)
  switch (condition.if) {
    case 'attribute':
      return testToSql(condition.test, attribute(condition.attribute, to), to)
    case 'entryEvent':
      return String(passesMissing(condition.test))
    case 'performed':
      return performedToSql(condition, to)
    case 'eventProperty':
      return endmostToSql(condition, to)
    case 'locale':
      return localeToSql(condition.in, to)
    case 'memberOf':
      return memberToSql(condition.segment, to)
    case 'subscribed':
      return subscribedToSql(condition, to)
    case 'reachable':
      return reachableToSql(condition.channel, to)
    case 'unchanged':
      return unchangedToSql(condition, to)
  }
}

const memberToSql = (segment: string, { contact, moment, bind }: Writing): string =>
  `exists (select from public.segment_members member where member.workspace_id = ${contact}.workspace_id
    and member.contact_id = ${contact}.id and member.segment_id = ${bind(segment)}::uuid
    and date_trunc('milliseconds', member.since) <= ${bind(instantText(moment.at))}::timestamptz)`

const subscribedToSql = ({ channel, topic }: { channel: string; topic: string }, { contact, bind }: Writing): string =>
  `(coalesce(private.subscription(${contact}.workspace_id, ${contact}.id, ${bind(channel)}, ${bind(topic)}), '') = 'subscribed')`

function reachableToSql(channel: string, to: Writing): string {
  const { contact, bind } = to
  const email = attribute('email', to)
  const isSuppressed = `private.is_suppressed(${contact}.workspace_id, ${bind(channel)}, ${contact}.email)`
  return `(coalesce(jsonb_typeof(${email}) = 'string' and ${email} <> '""', false) and not coalesce(${isSuppressed}, false))`
}

/** What was never seen to change has always been so. */
function unchangedToSql({ attribute: name, test, op, lasting }: Unchanged, to: Writing): string {
  const changedAt = name === NEVER_READ ? 'null' : `(${to.contact}.changed_at ->> ${to.bind(name)})`
  const border = to.zoned.instant((zone) => addDuration(to.moment.at, `-${lasting}`, zone))
  const isOld = `coalesce(date_trunc('milliseconds', ${changedAt}::timestamptz) <= ${border}, true)`
  return `(${testToSql(test, attribute(name, to), to)} and ${op === 'atLeast' ? '' : 'not '}${isOld})`
}

const joined = (rules: readonly Rule[], word: string, to: Writing) =>
  `(${rules.map((part) => ruleToSql(part, to)).join(word)})`

/** A date that is missing passes nothing. */
const passesMissing = (test: Test): boolean =>
  test.op === 'isMissing' || test.op === 'isNot' ? passes(test, undefined) : false

/** The columns of a contact that count as attributes, and win over those sent under the same name. */
const columns = ['email', 'locale', 'time_zone']

function attribute(name: string, { contact, bind }: Writing): string {
  const sent = valueIn(`${contact}.attributes`, name, bind)
  return columns.includes(name) ? `coalesce(to_jsonb(${contact}.${name}), ${sent})` : sent
}

const valueIn = (values: string, name: string, bind: Writing['bind']): string =>
  name === NEVER_READ ? 'null::jsonb' : `(${values} -> ${bind(name)})`

function localeToSql(languages: readonly string[], to: Writing): string {
  const locale = attribute('locale', to)
  const begins = languages.map((each) => {
    return `starts_with(${foldedSql(`(${locale} #>> '{}')`)} || '-', ${to.bind(`${folded(each)}-`)})`
  })
  return `(case when jsonb_typeof(${locale}) = 'string' then ${begins.join(' or ')} else false end)`
}

function eventsToSql(match: EventMatch, within: string | undefined, to: Writing): string {
  const { contact, moment, bind } = to
  const tests = match.where.map(({ property, test }) =>
    testToSql(test, valueIn('event.properties', property, bind), to),
  )
  return [
    `from public.events event where event.workspace_id = ${contact}.workspace_id and event.contact_id = ${contact}.id`,
    `event.name = ${bind(match.name)}`,
    `(event.occurred_at, event.id) <= (${bind(instantText(moment.at))}::timestamptz, ${bind(String(moment.seq))}::bigint)`,
    ...(within === undefined
      ? []
      : [`event.occurred_at >= ${to.zoned.instant((zone) => addDuration(moment.at, `-${within}`, zone))}`]),
    ...tests,
  ].join(' and ')
}

function performedToSql({ event, within, times, sum }: Performed, to: Writing): string {
  const events = eventsToSql(event, within, to)
  const isOnce = !times || (times.op === 'atLeast' && times.count === 1)
  if (isOnce && !sum) return `exists (select ${events})`
  const sign = { atLeast: '>=', exactly: '=', atMost: '<=' }[times?.op ?? 'atLeast']
  const tests = [`count(*) ${sign} ${to.bind(String(times?.count ?? 1))}::bigint`]
  if (sum) {
    const value = valueIn('event.properties', sum.property, to.bind)
    const other = to.bind(String(inTenThousandths(sum.value)))
    tests.push(`${sumToSql(value)} ${signs[sum.op]} ${other}::float8`)
  }
  return `(select ${tests.join(' and ')} ${events})`
}

/** Added as JavaScript adds: in the order of the events, in double precision. What is next to nothing is nothing in both. */
const sumToSql = (value: string): string => `coalesce(sum(case when jsonb_typeof(${value}) = 'number' then
  case when abs((${value})::numeric) between 1e-5 and ${MOST_ADDED} then floor((${value})::float8 * 10000 + 0.5) else 0 end
  else 0 end order by event.occurred_at, event.id), 0)`

function endmostToSql({ which, event, within, property, test }: EventProperty, to: Writing): string {
  const way = which === 'first' ? 'asc' : 'desc'
  const events = `${eventsToSql(event, within, to)} order by event.occurred_at ${way}, event.id ${way} limit 1`
  const found = `select ${valueIn('event.properties', property, to.bind)} as value ${events}`
  return `exists (select from (${found}) found where ${testToSql(test, 'found.value', to)})`
}
