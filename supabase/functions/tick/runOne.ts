import { type ContactEvent, type Facts, noFacts } from '../../../src/audience/facts.ts'
import { type Run, runUntilWaiting } from '../../../src/engine/runUntilWaiting.ts'
import type { Standing } from '../../../src/engine/standing.ts'
import { firstZone } from '../../../src/engine/zone.ts'
import type { Clock } from '../_shared/clock.ts'
import { type CompiledVersions, journeyOf } from '../_shared/compiledVersions.ts'
import { logError } from '../_shared/logError.ts'
import { toInstant } from '../_shared/now.ts'
import type { Claimed } from './claimed.ts'
import { committed } from './committed.ts'
import { contactKey } from './eventsOf.ts'

/** A worker that comes later than this goes on from its own time, so that an outage does not end in a burst of mail. */
const LATE_AFTER = 3_600_000
/** After so many errors in a row the enrollment is given up: it stays where it is, without a wake-up, for a person to look at. */
const MOST_ATTEMPTS = 5
const FIRST_RETRY_MS = 60_000

/** What a batch knows. `after` holds the facts that the runs before left of contacts who come more than once. */
export interface Known {
  journeys: CompiledVersions
  events: ReadonlyMap<string, readonly ContactEvent[]>
  standings: ReadonlyMap<string, Standing>
  after: Map<string, Facts>
  clock: Clock
}

/** Runs one enrollment and says it as `commitRuns` takes it. One that makes the engine throw fails alone. */
export function runOne(row: Claimed, known: Known) {
  try {
    const run = runUntilParked(row, known)
    known.after.set(contactKey(row), run.facts)
    return committed(row, run)
  } catch (error) {
    logError(error, { workspace: row.workspace_id, journey: row.journey_id, enrollment: row.id, node: row.node_id })
    return failed(row, known.clock, error)
  }
}

function runUntilParked(row: Claimed, { journeys, events, standings, after, clock }: Known): Run {
  const own = events.get(contactKey(row)) ?? []
  const { facts, policy } = standings.get(contactKey(row)) ?? {}
  return runUntilWaiting({
    journey: journeyOf(journeys, row),
    enrollmentId: String(row.id),
    holdoutKey: `${row.journey_id}:${row.contact_id}`,
    position: {
      nodeId: row.node_id,
      arrived: { at: row.arrived_at, seq: row.arrived_seq },
      entered: { at: row.entered_at, seq: row.entry_event },
      rounds: row.rounds,
      wakeAt: row.wake_at,
    },
    facts: {
      ...noFacts,
      attributes: row.attributes,
      ...facts,
      ...after.get(contactKey(row)),
      events: own,
      entryEvent: own.find(({ seq }) => seq === row.entry_event)?.properties ?? {},
    },
    zone: firstZone(row.contact_zone, row.workspace_zone),
    ...(policy && { policy }),
    now: clock.now,
    ...(!clock.isMoved && { notBefore: clock.now - LATE_AFTER }),
  })
}

function failed(row: Claimed, clock: Clock, error: unknown) {
  const attempts = row.attempts + 1
  const wakeAt = clock.now + FIRST_RETRY_MS * 4 ** (attempts - 1)
  const standing = {
    workspace_id: row.workspace_id,
    id: row.id,
    node_id: row.node_id,
    arrived_at: toInstant(row.arrived_at),
    arrived_seq: row.arrived_seq,
    visits: row.visits,
    rounds: row.rounds,
    wake_at: attempts < MOST_ATTEMPTS ? toInstant(wakeAt) : null,
    awaits: [],
    ended_at: null,
    attempts,
    last_error: (error instanceof Error ? error.message : String(error)).slice(0, 500),
  }
  return { standing, steps: [], outbox: [], changes: [], moves: [] }
}
