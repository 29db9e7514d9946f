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

/** A run of a claimed enrollment as `commitRuns` takes it: where it now stands, and lists of rows that name it. */
export function committed(row: Claimed, { steps, outcome }: Run) {
  const { workspace_id, id } = row
  const visited = steps.map(
    ({ left, effects }, index): Visited => ({ visit: row.visits + index + 1, at: left.at, effects }),
  )
  if (outcome.do === 'park')
    visited.push({ visit: row.visits + steps.length + 1, at: outcome.arrived.at, effects: outcome.effects })
  return {
    standing: standing(row, { steps, outcome }),
    steps: steps.map(({ nodeId, arrived, left, port, to, because }, index) => ({
      workspace_id,
      id,
      node_id: nodeId,
      visit: row.visits + index + 1,
      arrived_at: toInstant(arrived.at),
      left_at: toInstant(left.at),
      port,
      to_node: to,
      because,
    })),
    outbox: visited.flatMap((one) => outboxOf(row, one)),
    changes: visited.flatMap((one) => changesOf(row, one)),
    moves: visited.flatMap((one) => movesOf(row, one)),
  }
}

/** Where the enrollment now stands, or when and why it ended. */
function standing(row: Claimed, { steps, outcome }: Pick<Run, 'steps' | 'outcome'>) {
  const last = outcome.do === 'park' ? outcome : steps.at(-1)
  const isParked = outcome.do === 'park'
  return {
    workspace_id: row.workspace_id,
    id: row.id,
    node_id: last?.nodeId ?? row.node_id,
    arrived_at: toInstant(last?.arrived.at ?? row.arrived_at),
    arrived_seq: last?.arrived.seq ?? row.arrived_seq,
    visits: row.visits + steps.length,
    rounds: isParked ? outcome.rounds : undefined,
    wake_at: isParked ? toInstant(outcome.wakeAt) : null,
    awaits: isParked ? outcome.awaits : [],
    waiting_because: isParked ? outcome.because : undefined,
    ended_at: isParked ? null : toInstant(outcome.at.at),
    ended_because: isParked ? undefined : outcome.because,
    attempts: 0,
    last_error: null,
  }
}

type Owner = Pick<Claimed, 'workspace_id' | 'id'>

const outboxOf = ({ workspace_id, id }: Owner, { visit, at, effects }: Visited) =>
  effects.flatMap((effect) => {
    const row = { workspace_id, id, node_id: effect.nodeId, visit, topic: '', status: 'queued', due_at: toInstant(at) }
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

const changesOf = ({ workspace_id, id }: Owner, { visit, at, effects }: Visited) =>
  effects.flatMap((effect) =>
    effect.do === 'update'
      ? effect.changes.map((change) => ({ workspace_id, id, visit, at: toInstant(at), change }))
      : [],
  )

const movesOf = ({ workspace_id, id }: Owner, { visit, at, effects }: Visited) =>
  effects.flatMap((effect) =>
    effect.do === 'enroll' ? [{ workspace_id, id, visit, at: toInstant(at), journey: effect.journeyId }] : [],
  )
