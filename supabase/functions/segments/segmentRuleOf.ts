import { type Rule, rule } from '../../../src/audience/rule.ts'
import { type SegmentFlaw, segmentFlaw } from '../../../src/audience/segmentRule.ts'
import { HttpError } from '../_shared/httpError.ts'
import { parseInput } from '../_shared/parseInput.ts'
import { isDeeperThan, unstorable } from '../ingest/whyUnfit.ts'

const MOST_LEVELS = 100

const why: Record<SegmentFlaw, string> = {
  incomplete: 'The rule is not filled in everywhere.',
  tooLong: 'The rule has too many conditions.',
  asksEntryEvent: 'A segment has no entry event to ask about.',
  asksSegment: 'A segment may ask about lists, not about other segments.',
}

/** The rule a segment is to have; refuses what is none, and one that cannot be a segment's. */
export function segmentRuleOf(raw: unknown): Rule {
  if (isDeeperThan(MOST_LEVELS, raw) || unstorable.test(JSON.stringify(raw)))
    throw new HttpError(
      400,
      'invalid_input',
      'The rule is nested too deeply, or holds characters that cannot be stored.',
    )
  const wanted = parseInput(rule, raw)
  const flaw = segmentFlaw(wanted)
  if (flaw) throw new HttpError(422, 'invalid_rule', why[flaw], { flaw })
  return wanted
}
