import { type Basic, inBasicTerms } from '../../audience/inBasicTerms.ts'
import type { Condition, EventMatch, Test } from '../../audience/rule.ts'
import { cannotAllPass } from './cannotAllPass.ts'
import { canonical } from './canonical.ts'

/** A condition that is to hold, or is to be false. */
export interface Wanted {
  condition: Basic
  holds: boolean
}

/** Says whether certainly no contact answers all conditions as wanted. Conditions of a kind not known here tell little. */
export function clash(wanted: readonly Wanted[]): boolean {
  const tests = groups(wanted.flatMap(impliedTest), ({ subject }) => subject)
  const clashing = tests.some(cannotAllPass)
  return clashing || wanted.some((one) => one.holds && (cannotHappen(one.condition) || isDenied(one.condition, wanted)))
}

/** What a value must pass or fail for a condition to be as wanted. */
function impliedTest({ condition, holds }: Wanted): { subject: string; test: Test; holds: boolean }[] {
  const subject = subjectOf(condition)
  if (subject === undefined) return []
  if (condition.if === 'reachable') return holds ? [{ subject, test: { op: 'exists' }, holds }] : []
  if (!('test' in condition) || (condition.if === 'unchanged' && !holds)) return []
  return [{ subject, test: condition.test, holds }]
}

/** How the subject of a condition about the entry event begins; its answer never changes. */
export const OF_ENTRY = 'entry '

/** What a rule is about, so that only rules about the same need to be compared. */
export function subjectOf(written: Condition): string | undefined {
  const condition = inBasicTerms(written)
  switch (condition.if) {
    case 'attribute':
      return isPlain(condition, ['attribute']) ? `of ${condition.attribute}` : undefined
    case 'unchanged':
      return isPlain(condition, ['attribute', 'op', 'lasting']) ? `of ${condition.attribute}` : undefined
    case 'reachable':
      return 'of email'
    case 'entryEvent':
      return isPlain(condition, ['property']) ? `${OF_ENTRY}${condition.property}` : undefined
    default:
      return undefined
  }
}

const isPlain = (condition: Condition, keys: readonly string[]): boolean =>
  Object.keys(condition).every((key) => key === 'if' || key === 'test' || keys.includes(key))

const isDenied = (condition: Condition, wanted: readonly Wanted[]): boolean =>
  wanted.some((other) => (other.holds ? areApart(condition, other.condition) : implies(condition, other.condition)))

/** A value cannot have been so for at least, and for less than, the same time. */
function areApart(one: Condition, other: Condition): boolean {
  if (one.if !== 'unchanged' || other.if !== 'unchanged' || one.attribute !== other.attribute) return false
  return one.op !== other.op && one.lasting === other.lasting
}

/** Says whether whoever fulfils one condition certainly fulfils the other: it is the same, or asks less of the same event. */
function implies(one: Condition, other: Condition): boolean {
  if (canonical(one) === canonical(other)) return true
  const [narrow, wide] = [performedOf(one), performedOf(other)]
  if (!narrow || !wide || narrow.event.name !== wide.event.name) return false
  const asked = new Set(narrow.event.where.map(canonical))
  const isWider = wide.within === undefined || wide.within === narrow.within
  return isWider && wide.event.where.every((each) => asked.has(canonical(each)))
}

function cannotHappen(condition: Condition): boolean {
  const performed = performedOf(condition)
  if (!performed) return false
  const { where } = performed.event
  const wanted = where.map(({ property, test }) => ({ property, test, holds: true }))
  return groups(wanted, ({ property }) => property).some(cannotAllPass)
}

/** Grouped by hand: `Map.groupBy` is younger than the oldest runtime this runs on. */
function groups<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const byKey = new Map<string, Item[]>()
  for (const item of items) byKey.set(keyOf(item), [...(byKey.get(keyOf(item)) ?? []), item])
  return [...byKey.values()]
}

const performedKeys = ['if', 'event', 'within']
const matchKeys = ['name', 'where']

function performedOf(condition: Condition): { event: EventMatch; within: string | undefined } | undefined {
  if (condition.if !== 'performed') return undefined
  const isKnown =
    Object.keys(condition).every((key) => performedKeys.includes(key)) &&
    Object.keys(condition.event).every((key) => matchKeys.includes(key))
  return isKnown ? { event: condition.event, within: condition.within } : undefined
}
