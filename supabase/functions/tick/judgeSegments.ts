import { z } from 'zod'
import { noFacts } from '../../../src/audience/facts.ts'
import { ruleAsks, ruleEvents } from '../../../src/audience/inspect.ts'
import { type Moves, movesUntil } from '../../../src/audience/movesUntil.ts'
import { type Rule, rule } from '../../../src/audience/rule.ts'
import type { Clock } from '../_shared/clock.ts'
import type { Queryable } from '../_shared/database.ts'
import { logError } from '../_shared/logError.ts'
import { toInstant } from '../_shared/now.ts'
import { type ClaimedCheck, type NextCheck, nextOf } from './claimedCheck.ts'
import { contactKey, readEvents } from './eventsOf.ts'
import { readStandings } from './standingsOf.ts'

/** A rule that this release cannot answer must not keep the others waiting. */
const POSTPONED_BY = 3_600_000

const instant = z.string().transform((text) => Date.parse(text))

const segmentRow = z.object({
  id: z.uuid(),
  rule: z.unknown(),
  revision: z.int(),
  state: z.string(),
  computed_at: instant.nullable(),
})
interface Segment extends Omit<z.infer<typeof segmentRow>, 'rule'> {
  rule: Rule
}

/** A contact to be looked at for a segment that is there; `since` when it is a member. */
interface Look {
  check: ClaimedCheck
  segment: Segment
  since: number | undefined
}

const segmentOf = ({ subject }: ClaimedCheck): string => subject.slice('segment:'.length)

/** Looks at contacts for segments: moves them in and out, and says when time alone may move each next. */
export async function judgeSegments(
  sql: Queryable,
  checks: readonly ClaimedCheck[],
  clock: Clock,
): Promise<NextCheck[]> {
  const segments = await readSegments(sql, checks)
  const since = await readSince(sql, checks)
  const known = checks.flatMap((check) => {
    const segment = segments.get(segmentOf(check))
    return segment ? [{ check, segment, since: since.get(memberKey(segment.id, check.contact_id)) }] : []
  })
  const looks = known.filter(({ segment }) => segment.state === 'ready')
  // Somebody has just saved another rule: everybody is looked at first.
  const again = known.filter(({ segment }) => segment.state !== 'ready').map(({ check }) => nextOf(check, check.due_at))
  const judge = await judgeOf(sql, looks, clock)
  const judged = looks.map((look) => ({ ...look, ...judge(look) }))
  await writeMoves(sql, judged)
  return [...again, ...judged.flatMap(({ check, next }) => (next === undefined ? [] : [nextOf(check, next)]))]
}

/** The segments of these checks by id, held as they are until the transaction ends. */
async function readSegments(sql: Queryable, checks: readonly ClaimedCheck[]): Promise<ReadonlyMap<string, Segment>> {
  const rows = await sql`
    select segment.id, segment.rule, segment.revision, segment.state, segment.computed_at
    from jsonb_to_recordset(${JSON.stringify(asked(checks))}::text::jsonb) asked (workspace_id uuid, segment_id uuid)
    join public.segments segment on segment.workspace_id = asked.workspace_id and segment.id = asked.segment_id
      and segment.rule is not null
    for share of segment`
  const parsed = z
    .array(segmentRow)
    .parse(rows)
    .flatMap((row): [string, Segment][] => {
      const written = rule.safeParse(row.rule)
      if (written.error) logError(written.error, { segment: row.id })
      return written.data ? [[row.id, { ...row, rule: written.data }]] : []
    })
  return new Map(parsed)
}

const asked = (checks: readonly ClaimedCheck[]) => [
  ...new Map(
    checks.map((check) => [check.subject, { workspace_id: check.workspace_id, segment_id: segmentOf(check) }]),
  ).values(),
]

const memberKey = (segment: string, contact: number): string => `${segment}/${contact}`

const memberRows = z.array(z.object({ segment_id: z.uuid(), contact_id: z.int(), since: instant }))

async function readSince(sql: Queryable, checks: readonly ClaimedCheck[]): Promise<ReadonlyMap<string, number>> {
  const wanted = checks.map((check) => ({ ...nextOf(check, 0), segment_id: segmentOf(check) }))
  const rows = await sql`
    select member.segment_id, member.contact_id, member.since
    from jsonb_to_recordset(${JSON.stringify(wanted)}::text::jsonb) asked (workspace_id uuid, segment_id uuid, contact_id bigint)
    join public.segment_members member using (workspace_id, segment_id, contact_id)`
  return new Map(
    memberRows.parse(rows).map(({ segment_id, contact_id, since }) => [memberKey(segment_id, contact_id), since]),
  )
}

async function judgeOf(sql: Queryable, looks: readonly Look[], clock: Clock): Promise<(look: Look) => Moves> {
  const wanted = looks.map(({ check: { workspace_id, contact_id }, segment }) => ({
    workspace_id,
    contact_id,
    names: ruleEvents(segment.rule),
    asks: ruleAsks(segment.rule),
  }))
  const events = await readEvents(sql, wanted)
  const standings = await readStandings(sql, wanted)
  return ({ check, segment, since }) => {
    const facts = {
      ...noFacts,
      attributes: check.attributes,
      ...standings.get(contactKey(check))?.facts,
      events: events.get(contactKey(check)) ?? [],
    }
    // What was settled for everybody, or when the contact entered, is not judged over by what came in late.
    const from = Math.max(check.due_at, segment.computed_at ?? check.due_at, since ?? check.due_at)
    try {
      return movesUntil(segment.rule, facts, { from, now: clock.now, zone: check.zone, isIn: since !== undefined })
    } catch (error) {
      logError(error, { segment: segment.id, contact: check.contact_id })
      return { moves: [], next: clock.now + POSTPONED_BY }
    }
  }
}

async function writeMoves(sql: Queryable, judged: readonly (Look & Moves)[]) {
  const rows = judged.flatMap(({ check, segment, moves }) =>
    moves.map(({ at, enters }, index) => ({
      workspace_id: check.workspace_id,
      segment_id: segment.id,
      revision: segment.revision,
      contact_id: check.contact_id,
      at: toInstant(at),
      enters,
      is_last: index === moves.length - 1,
    })),
  )
  if (rows.length > 0) await sql`select private.move_members(${JSON.stringify(rows)}::text::jsonb)`
}
