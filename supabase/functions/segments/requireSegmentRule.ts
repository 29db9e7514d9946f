import type { Rule } from '../../../src/audience/rule.ts'
import { type SegmentFlaw, segmentFlaw } from '../../../src/audience/segmentRule.ts'
import { HttpError } from '../_shared/httpError.ts'

const why: Record<SegmentFlaw, string> = {
  incomplete: 'The rule is not filled in everywhere.',
  tooLong: 'The rule has too many conditions.',
  asksEntryEvent: 'A segment has no entry event to ask about.',
  asksSegment: 'A segment may ask about lists, not about other segments.',
}

/** Refuses a rule that cannot be a segment's. */
export function requireSegmentRule(rule: Rule): void {
  const flaw = segmentFlaw(rule)
  if (flaw) throw new HttpError(422, 'invalid_rule', why[flaw], { flaw })
}
