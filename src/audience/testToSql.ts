import { addDuration } from '../engine/duration.ts'
import type { Moment } from '../engine/moment.ts'
import { folded, foldedSql } from './folded.ts'
import type { DateTest, Test } from './rule.ts'
import { anniversariesAt, INSTANT, instantOf, PLAIN_DATE } from './writtenDate.ts'
import type { Zoned } from './zoned.ts'

interface Writing {
  moment: Moment
  bind: (value: string) => string
  zoned: Zoned
}

/** `passesAt` in SQL, of a jsonb expression that is null where the value is missing. Never null itself. */
export function testToSql(test: Test, value: string, to: Writing): string {
  switch (test.op) {
    case 'exists':
      return `not ${isNothing(value)}`
    case 'isMissing':
      return isNothing(value)
    case 'is':
      return equals(value, test.value, to)
    case 'isNot':
      return `not ${equals(value, test.value, to)}`
    case 'in':
      return `(${test.values.map((each) => equals(value, each, to)).join(' or ')})`
    case 'contains':
      return containsToSql(value, test.value, to)
    case 'startsWith':
      return when(value, 'string', `starts_with(${foldedSql(textOf(value))}, ${to.bind(folded(test.value))})`)
    case 'moreThan':
    case 'atLeast':
    case 'lessThan':
    case 'atMost':
      return when(value, 'number', `(${value})::numeric ${signs[test.op]} ${to.bind(String(test.value))}::numeric`)
    default:
      return dateToSql(test, value, to)
  }
}

/** Each comparison of numbers in SQL. */
export const signs = { moreThan: '>', atLeast: '>=', lessThan: '<', atMost: '<=' } as const

const textOf = (value: string) => `(${value} #>> '{}')`

/** A condition on a value of one type; the case keeps Postgres from trying it on another. */
const when = (value: string, type: 'string' | 'number' | 'array', condition: string) =>
  `(case when jsonb_typeof(${value}) = '${type}' then ${condition} else false end)`

const isNothing = (value: string) => `(coalesce(${value}, 'null') in ('null', '""', '[]'))`

function equals(value: string, other: string | number | boolean, { bind }: Pick<Writing, 'bind'>): string {
  if (typeof other === 'string') return when(value, 'string', `${foldedSql(textOf(value))} = ${bind(folded(other))}`)
  return `(coalesce(${value}, 'null') = ${bind(JSON.stringify(other))}::jsonb)`
}

function containsToSql(value: string, part: string, { bind }: Writing): string {
  const wanted = bind(folded(part))
  const element = `exists (select from jsonb_array_elements(${value}) element
    where jsonb_typeof(element) = 'string' and ${foldedSql(textOf('element'))} = ${wanted})`
  return `(case jsonb_typeof(${value}) when 'string' then strpos(${foldedSql(textOf(value))}, ${wanted}) > 0
    when 'array' then ${element} else false end)`
}

function dateToSql(test: DateTest, value: string, to: Writing): string {
  const { at } = to.moment
  switch (test.op) {
    case 'anniversary': {
      const days = to.zoned.texts((zone) => anniversariesAt(at, zone))
      const isOne = `${days} ? substr(${textOf(value)}, 6, 5)`
      return ofDate(value, { plain: isOne, instant: isOne })
    }
    case 'before':
      return ofDate(value, lies(value, 'before', bound(test.value), to))
    case 'after':
      return ofDate(value, lies(value, 'after', bound(test.value), to))
    case 'withinLast': {
      const from = lies(value, 'from', (zone) => addDuration(at, `-${test.lasting}`, zone), to)
      return ofDate(
        value,
        both(
          from,
          lies(value, 'upTo', () => at, to),
        ),
      )
    }
    case 'withinNext': {
      const from = lies(value, 'after', () => at, to)
      return ofDate(
        value,
        both(
          from,
          lies(value, 'upTo', (zone) => addDuration(at, test.lasting, zone), to),
        ),
      )
    }
  }
}

interface ByForm {
  plain: string
  instant: string
}

/** A complete test has a date; an incomplete one is never written. */
const bound = (written: string) => (zone: string) => instantOf(written, zone) ?? Number.NaN

const both = (one: ByForm, other: ByForm): ByForm => ({
  plain: `${one.plain} and ${other.plain}`,
  instant: `${one.instant} and ${other.instant}`,
})

const sides = {
  before: { plain: '<=', orAt: false, instant: '<' },
  from: { plain: '>', orAt: false, instant: '>=' },
  upTo: { plain: '<=', orAt: true, instant: '<=' },
  after: { plain: '>', orAt: true, instant: '>' },
} as const

/** Plain dates are written so that their order as text is that of their days, and days begin in order in every zone. */
function lies(value: string, side: keyof typeof sides, at: (zone: string) => number, { zoned }: Writing): ByForm {
  const { plain, orAt, instant } = sides[side]
  const written = textOf(value)
  const milliseconds = `regexp_replace(${written}, '([.][0-9]{3})[0-9]+', '\\1')::timestamptz`
  return {
    plain: `${written} collate "C" ${plain} ${zoned.lastDate(at, orAt)}`,
    instant: `${milliseconds} ${instant} ${zoned.instant(at)}`,
  }
}

/** A condition for each form of a written date. The day must be one of its month, else Postgres would fail to read it. */
const ofDate = (value: string, { plain, instant }: ByForm) => {
  const written = textOf(value)
  const isDay = `pg_input_is_valid(substr(${written}, 1, 10), 'date')`
  return when(
    value,
    'string',
    `case when ${written} ~ '${PLAIN_DATE}' and ${isDay} then ${plain}
      when ${written} ~ '${INSTANT}' and ${isDay} then ${instant} else false end`,
  )
}
