import { type ContactEvent, noFacts } from '../../../src/audience/facts.ts'
import { type Run, runUntilWaiting } from '../../../src/engine/runUntilWaiting.ts'
import { firstZone } from '../../../src/engine/zone.ts'
import type { Clock } from '../_shared/clock.ts'
import { type CompiledVersions, journeyOf } from '../_shared/compiledVersions.ts'
import { logError } from '../_shared/logError.ts'
import { toInstant } from '../_shared/now.ts'
import type { Claimed } from './claimed.ts'
import { contactKey } from './eventsOf.ts'

/** A worker that comes later than this goes on from its own time, so that an outage does not end in a burst of mail. */
const LATE_AFTER = 3_600_000
/** After so many errors in a row the enrollment is given up: it stays where it is, without a wake-up, for a person to look at. */
const MOST_ATTEMPTS = 5
const FIRST_RETRY_MS = 60_000

interface Known {
  journeys: CompiledVersions
  events: ReadonlyMap<string, readonly ContactEvent[]>
  clock: Clock
}

/** Runs one enrollment and says it as `private.commit_runs` reads it. One that makes the engine throw fails alone. */
export function runOne(row: Claimed, known: Known) {
  try {
    return committed(row, run(row, known))
  } catch (error) {
    logError(error, { workspace: row.workspace_id, journey: row.journey_id, enrollment: row.id, node: row.node_id })
    return failed(row, known.clock, error)
  }
}

function run(row: Claimed, { journeys, events, clock }: Known): Run {
  const own = events.get(contactKey(row)) ?? []
  return runUntilWaiting({
    journey: journeyOf(journeys, row),
    enrollmentId: String(row.id),
    holdoutKey: `${row.journey_id}:${row.contact_id}`,
    position: {
      nodeId: row.node_id,
      arrived: { at: row.arrived_at, seq: row.arrived_seq },
      entered: { at: row.entered_at, seq: row.entry_event },
    },
    facts: {
      ...noFacts,
      attributes: row.attributes,
      events: own,
      entryEvent: own.find(({ seq }) => seq === row.entry_event)?.properties ?? {},
    },
    zone: firstZone(row.contact_zone, row.workspace_zone),
    now: clock.now,
    ...(!clock.isMoved && { notBefore: clock.now - LATE_AFTER }),
  })
}

const base = (row: Claimed) => ({
  workspace_id: row.workspace_id,
  id: row.id,
  node_id: row.node_id,
  arrived_at: toInstant(row.arrived_at),
  arrived_seq: row.arrived_seq,
  visits: row.visits,
  ended_at: null,
  ended_because: null,
  last_error: null,
})

function committed(row: Claimed, { steps, outcome }: Run) {
  const numbered = steps.map((step, index) => ({ ...step, visit: row.visits + index + 1 }))
  const stands =
    outcome.do === 'park' ? outcome : { nodeId: steps.at(-1)?.nodeId ?? row.node_id, arrived: steps.at(-1)?.arrived }
  return {
    ...base(row),
    node_id: stands.nodeId,
    ...(stands.arrived && { arrived_at: toInstant(stands.arrived.at), arrived_seq: stands.arrived.seq }),
    visits: row.visits + steps.length,
    wake_at: outcome.do === 'park' ? toInstant(outcome.wakeAt) : null,
    awaits: outcome.do === 'park' ? outcome.awaits : [],
    ...(outcome.do === 'end' && { ended_at: toInstant(outcome.at.at), ended_because: outcome.because }),
    attempts: 0,
    steps: numbered.map(({ nodeId, visit, arrived, left, port, to, because }) => ({
      node_id: nodeId,
      visit,
      arrived_at: toInstant(arrived.at),
      left_at: toInstant(left.at),
      port,
      to_node: to,
      because,
    })),
    sends: numbered.flatMap(({ visit, left, effects }) =>
      effects.flatMap((effect) =>
        effect.do === 'send'
          ? [
              {
                node_id: effect.nodeId,
                visit,
                channel: effect.channel,
                topic: effect.topic,
                due_at: toInstant(left.at),
              },
            ]
          : [],
      ),
    ),
  }
}

function failed(row: Claimed, clock: Clock, error: unknown) {
  const attempts = row.attempts + 1
  return {
    ...base(row),
    wake_at: attempts < MOST_ATTEMPTS ? toInstant(clock.now + FIRST_RETRY_MS * 4 ** (attempts - 1)) : null,
    awaits: [],
    attempts,
    last_error: (error instanceof Error ? error.message : String(error)).slice(0, 500),
    steps: [],
    sends: [],
  }
}
