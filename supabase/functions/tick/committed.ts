import type { Effect } from '../../../src/engine/effect.ts'
import type { Run } from '../../../src/engine/runUntilWaiting.ts'
import { toInstant } from '../_shared/now.ts'
import type { Claimed } from './claimed.ts'

/** Effects of one visit, and when they come about, in epoch milliseconds. */
interface Visited {
  visit: number
  at: number
  effects: readonly Effect[]
}

/** A run of a claimed enrollment as `private.commit_runs` reads it. */
export function committed(row: Claimed, { steps, outcome }: Run) {
  const numbered = steps.map((step, index) => ({ ...step, visit: row.visits + index + 1 }))
  const visited = numbered.map(({ visit, left, effects }): Visited => ({ visit, at: left.at, effects }))
  if (outcome.do === 'park')
    visited.push({ visit: row.visits + steps.length + 1, at: outcome.arrived.at, effects: outcome.effects })
  return {
    ...standing(row, { steps, outcome }),
    workspace_id: row.workspace_id,
    id: row.id,
    visits: row.visits + steps.length,
    attempts: 0,
    last_error: null,
    steps: numbered.map(({ nodeId, visit, arrived, left, port, to, because }) => ({
      node_id: nodeId,
      visit,
      arrived_at: toInstant(arrived.at),
      left_at: toInstant(left.at),
      port,
      to_node: to,
      because,
    })),
    outbox: visited.flatMap(outboxOf),
    changes: visited.flatMap(changesOf),
    moves: visited.flatMap(movesOf),
  }
}

/** Where the enrollment now stands, or when and why it ended. */
function standing(row: Claimed, { steps, outcome }: Pick<Run, 'steps' | 'outcome'>) {
  const last = outcome.do === 'park' ? outcome : steps.at(-1)
  const place = {
    node_id: last?.nodeId ?? row.node_id,
    arrived_at: toInstant(last?.arrived.at ?? row.arrived_at),
    arrived_seq: last?.arrived.seq ?? row.arrived_seq,
  }
  if (outcome.do === 'end') {
    return { ...place, wake_at: null, awaits: [], ended_at: toInstant(outcome.at.at), ended_because: outcome.because }
  }
  const { wakeAt, awaits, rounds, because } = outcome
  return { ...place, wake_at: toInstant(wakeAt), awaits, rounds, waiting_because: because ?? null, ended_at: null }
}

const outboxOf = ({ visit, at, effects }: Visited) =>
  effects.flatMap((effect) => {
    const row = { node_id: effect.nodeId, visit, topic: '', status: 'queued', due_at: toInstant(at) }
    switch (effect.do) {
      case 'send': {
        const { channel, topic, capClass, heldBack } = effect
        const held = heldBack && { held_since: toInstant(heldBack.since), held_because: heldBack.because }
        return [{ ...row, channel, topic, cap_class: capClass, ...held }]
      }
      case 'skip':
        return [{ ...row, channel: effect.channel, topic: effect.topic, status: 'skipped', because: effect.because }]
      case 'request':
        return [{ ...row, channel: 'webhook' }]
      case 'task':
        return [{ ...row, channel: 'task' }]
      default:
        return []
    }
  })

const changesOf = ({ visit, at, effects }: Visited) =>
  effects.flatMap((effect) =>
    effect.do === 'update' ? effect.changes.map((change) => ({ visit, at: toInstant(at), change })) : [],
  )

const movesOf = ({ visit, at, effects }: Visited) =>
  effects.flatMap((effect) => (effect.do === 'enroll' ? [{ visit, at: toInstant(at), journey: effect.journeyId }] : []))
