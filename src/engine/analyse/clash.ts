import type { Condition, EventMatch } from '../../audience/rule.ts'
import { cannotAllPass } from './cannotAllPass.ts'
import { canonical } from './canonical.ts'

/** A condition that is to hold, or is to be false. */
export interface Wanted {
  condition: Condition
  holds: boolean
}

/** Says whether certainly no contact answers all conditions as wanted. Conditions of a kind not known here tell little. */
export function clash(wanted: readonly Wanted[]): boolean {
  const tests = groups(
    wanted.flatMap(({ condition, holds }) => {
      const subject = subjectOf(condition)
      return subject !== undefined && 'test' in condition ? [{ subject, test: condition.test, holds }] : []
    }),
    ({ subject }) => subject,
  )
  const clashing = tests.some(cannotAllPass)
  return clashing || wanted.some((one) => one.holds && (cannotHappen(one.condition) || isDenied(one.condition, wanted)))
}

/** How the subject of a condition about the entry event begins; its answer never changes. */
export const OF_ENTRY = 'entry '

/** What a rule is about, so that only rules about the same need to be compared. */
export function subjectOf(condition: Condition): string | undefined {
  if (condition.if === 'attribute') return isPlain(condition, ['attribute']) ? `of ${condition.attribute}` : undefined
  if (condition.if === 'entryEvent')
    return isPlain(condition, ['property']) ? `${OF_ENTRY}${condition.property}` : undefined
  return undefined
}

const isPlain = (condition: Condition, keys: readonly string[]): boolean =>
  Object.keys(condition).every((key) => key === 'if' || key === 'test' || keys.includes(key))

const isDenied = (condition: Condition, wanted: readonly Wanted[]): boolean =>
  wanted.some((other) => !other.holds && implies(condition, other.condition))

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
