import type { Facts } from '../audience/facts.ts'
import { chance } from './chance.ts'
import type { CompiledJourney } from './compile.ts'
import { type EarlyExit, exitEvents, firstExit } from './exits.ts'
import { heldOut } from './holdout.ts'
import { clockMoment, isAfter, isBefore, type Moment } from './moment.ts'
import type { Effect } from './nodeType.ts'

/** Where a contact stands in a journey. */
export interface Position {
  nodeId: string
  arrived: Moment
  entered: Moment
}

/** One finished visit of a node. `to` is missing where the path ended here. */
export interface Step {
  nodeId: string
  arrived: Moment
  left: Moment
  port?: string
  to?: string
  because: string
  effects: readonly Effect[]
}

/** What a run did, and where it left the contact. `wakeAt` is in epoch milliseconds. */
export interface Run {
  steps: Step[]
  outcome:
    | { do: 'park'; nodeId: string; arrived: Moment; wakeAt: number; awaits: readonly string[] }
    | { do: 'end'; at: Moment; because: string }
}

export interface RunInput {
  journey: CompiledJourney
  /** What chance hangs on: the same text draws the same at every node, whenever and wherever it runs. */
  enrollmentId: string
  /** Contact and journey as one text. Without it nobody is held out, as in a preview. */
  holdoutKey?: string
  position: Position
  facts: Facts
  zone: string
  /** Nothing after this, in epoch milliseconds, has happened yet. */
  now: number
  /** A worker that was away goes on from here, so that what was due meanwhile does not go out in one burst. */
  notBefore?: number
}

/** Steps per run; a run that reaches it is parked at once where it stands and goes on with the next. */
export const STEP_LIMIT = 200

/**
 * Moves a contact from node to node until it must wait or its journey ends.
 * Pure: time goes from moment to moment as the journey says and never past `now`, so simulator, backtest and worker take
 * the same path whatever their schedule. Throws where a node waits for the past.
 */
export function runUntilWaiting(input: RunInput): Run {
  const { journey, facts, zone, now } = input
  const { entered } = input.position
  const exit = heldOut(input) ?? firstExit(journey.settings, facts, { entered, zone })
  const drawn = (at: string) => chance(`${input.enrollmentId}:${at}`)
  const steps: Step[] = []
  let { nodeId, arrived } = input.position
  let moment = notBefore(arrived, input)

  while (true) {
    if (exit && !isAfter(exit.moment, moment)) return finish(steps, { nodeId, arrived, moment }, exit.because)
    const node = journey.nodes.get(nodeId)
    if (!node) return finish(steps, { nodeId, arrived, moment }, 'nodeMissing')
    if (steps.length === STEP_LIMIT) return park(steps, { nodeId, arrived }, moment, [])

    const decision = node.type.visit({ data: node.data, nodeId, facts, arrived, moment, zone, chance: drawn(nodeId) })
    if (decision.do === 'end') return finish(steps, { nodeId, arrived, moment }, decision.because)
    if (decision.do === 'wait') {
      if (!isAfter(decision.until, moment)) throw new Error(`Node "${nodeId}" waits for a moment that is over`)
      const wake = earliest(decision.until, exit)
      if (wake.at > now)
        return park(steps, { nodeId, arrived }, wake, [...decision.awaits, ...exitEvents(journey.settings)])
      moment = notBefore(wake, input)
      continue
    }
    const to = node.next.get(decision.by)
    steps.push({
      nodeId,
      arrived,
      left: moment,
      port: decision.by,
      because: decision.because,
      effects: decision.effects,
      ...(to !== undefined && { to }),
    })
    if (to === undefined) return { steps, outcome: { do: 'end', at: moment, because: 'pathEnded' } }
    nodeId = to
    arrived = moment
  }
}

const notBefore = (moment: Moment, { notBefore: floor }: RunInput): Moment =>
  floor !== undefined && moment.at < floor ? clockMoment(floor) : moment

const earliest = (until: Moment, exit: EarlyExit | undefined): Moment =>
  exit && isBefore(exit.moment, until) ? exit.moment : until

function park(steps: Step[], at: { nodeId: string; arrived: Moment }, wake: Moment, awaits: readonly string[]): Run {
  return { steps, outcome: { do: 'park', ...at, wakeAt: wake.at, awaits: [...new Set(awaits)] } }
}

function finish(
  steps: Step[],
  { nodeId, arrived, moment }: { nodeId: string; arrived: Moment; moment: Moment },
  because: string,
): Run {
  steps.push({ nodeId, arrived, left: moment, because, effects: [] })
  return { steps, outcome: { do: 'end', at: moment, because } }
}
