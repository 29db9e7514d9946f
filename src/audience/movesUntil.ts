import { evaluate } from './evaluate.ts'
import type { Facts } from './facts.ts'
import { nextChange } from './nextChange.ts'
import type { Rule } from './rule.ts'

/** A contact goes into a segment or out of it, at an instant in epoch milliseconds. */
export interface Move {
  at: number
  enters: boolean
}

export interface Moves {
  moves: Move[]
  /** When time alone may move the contact next; missing where it never does. */
  next?: number
}

/** From when until when a contact is looked at, in which zone, and whether it is in the segment so far. */
interface Stay {
  from: number
  now: number
  zone: string
  isIn: boolean
}

/** Looks at one contact in one go; one that needs more goes on with the next. */
const MOST_LOOKS = 200

/**
 * How a contact went in and out of a segment, from one instant to another, by what is known of it. However often it is looked
 * at in between, the moves are the same; all that happened at an instant counts at it.
 */
export function movesUntil(rule: Rule, facts: Facts, { from, now, zone, isIn }: Stay): Moves {
  const moves: Move[] = []
  let at = from
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const present = { moment: { at, seq: Number.MAX_SAFE_INTEGER }, zone }
    const enters = evaluate(rule, facts, present)
    if (enters !== (moves.at(-1)?.enters ?? isIn)) moves.push({ at, enters })
    const next = nextChange(rule, facts, present)
    if (next === undefined) return { moves }
    if (next > now) return { moves, next }
    at = next
  }
  return { moves, next: at }
}
