import type { Facts } from '../audience/facts.ts'
import { applyEffects } from './applyEffects.ts'
import { chance } from './chance.ts'
import type { CompiledJourney, CompiledNode } from './compile.ts'
import { JUMP } from './edit/jumps.ts'
import type { Effect } from './effect.ts'
import { type EarlyExit, exitEvents, firstExit } from './exits.ts'
import { heldOut } from './holdout.ts'
import { clockMoment, isAfter, isBefore, type Moment } from './moment.ts'
import type { Decision } from './nodeType.ts'
import { noPolicy, type SendingPolicy } from './policy.ts'

/** Where a contact stands in a journey. */
export interface Position {
  nodeId: string
  arrived: Moment
  entered: Moment
  /** How often it came to each node that lies on a circle or jumps. */
  rounds?: Rounds
  /** Where it was parked: the instant it was to be looked at again, in epoch milliseconds. */
  wakeAt?: number
}

/** Arrivals by node, of the nodes that a contact can come to again. */
export type Rounds = Readonly<Record<string, number>>

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

/** Where a contact waits. `wakeAt` is in epoch milliseconds; the effects are those of the visit that goes on. */
export interface Parked {
  do: 'park'
  nodeId: string
  arrived: Moment
  wakeAt: number
  awaits: readonly string[]
  rounds: Rounds
  because?: string
  effects: readonly Effect[]
}

/** What a run did, where it left the contact, and the facts as they then are. */
export interface Run {
  steps: Step[]
  outcome: Parked | { do: 'end'; at: Moment; because: string }
  facts: Facts
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
  /** The workspace's rules of sending; left out, nothing is held back. */
  policy?: SendingPolicy
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
  const { journey, zone, now, policy = noPolicy } = input
  const { entered } = input.position
  const exit = heldOut(input) ?? firstExit(journey.settings, input.facts, { entered, zone })
  const steps: Step[] = []
  let { facts } = input
  let { nodeId, arrived, rounds = {} } = input.position
  let moment = notBefore(firstLook(input, exit), input)

  const finish = (because: string, effects: readonly Effect[] = []): Run => {
    steps.push({ nodeId, arrived, left: moment, because, effects })
    return { steps, facts, outcome: { do: 'end', at: moment, because } }
  }
  const park = (wakeAt: number, { awaits, because, effects = [] }: Omit<Waiting, 'do' | 'until'>): Run => {
    const waiting = {
      nodeId,
      arrived,
      wakeAt,
      awaits: [...new Set(awaits)],
      rounds,
      effects,
      ...(because && { because }),
    }
    return { steps, facts, outcome: { do: 'park', ...waiting } }
  }

  while (true) {
    if (exit && !isAfter(exit.moment, moment)) return finish(exit.because)
    const node = journey.nodes.get(nodeId)
    if (!node) return finish('nodeMissing')
    if (steps.length === STEP_LIMIT) return park(moment.at, { awaits: [] })
    if ((rounds[nodeId] ?? 0) > journey.settings.repeats) return finish('repeatLimit')

    const before = Math.max((rounds[nodeId] ?? 0) - 1, 0)
    const drawn = chance(`${input.enrollmentId}:${nodeId}`)
    const { enrollmentId } = input
    const asked = { data: node.data, nodeId, enrollmentId, facts, arrived, moment }
    const visit = { ...asked, zone, chance: drawn, rounds: before, policy }
    const decision = node.type.visit(visit)
    if (decision.do === 'end') return finish(decision.because, decision.effects)
    if (decision.do === 'wait') {
      if (!isAfter(decision.until, moment)) throw new Error(`Node "${nodeId}" waits for a moment that is over`)
      const wake = earliest(decision.until, exit)
      if (wake.at > now)
        return park(wake.at, { ...decision, awaits: [...decision.awaits, ...exitEvents(journey.settings)] })
      moment = notBefore(wake, input)
      continue
    }
    const { port, to, effects } = wayOut(node, decision)
    const step = { nodeId, arrived, left: moment, because: decision.because, effects }
    steps.push({ ...step, ...(port !== undefined && { port }), ...(to !== undefined && { to }) })
    facts = applyEffects(facts, effects, { at: moment.at, policy })
    if (to === undefined) return { steps, facts, outcome: { do: 'end', at: moment, because: 'pathEnded' } }
    nodeId = to
    arrived = moment
    if (journey.loops.has(to)) rounds = { ...rounds, [to]: (rounds[to] ?? 0) + 1 }
  }
}

type Waiting = Extract<Decision, { do: 'wait' }>
type Going = Extract<Decision, { do: 'leave' | 'go' }>

/** A jump leaves by the port `JUMP`, so that the log and its numbers treat it like any other way on. */
function wayOut(
  node: CompiledNode,
  decision: Going,
): { port?: string; to?: string | undefined; effects: readonly Effect[] } {
  if (decision.do === 'go') return { port: JUMP, to: decision.to, effects: [] }
  return { port: decision.by, to: node.next.get(decision.by), effects: decision.effects }
}

/** A step that looks again does so when it was to, or when the passage ends early; every other judges from the arrival. */
function firstLook({ journey, position }: RunInput, exit: EarlyExit | undefined): Moment {
  const { nodeId, arrived, wakeAt } = position
  if (wakeAt === undefined || !journey.nodes.get(nodeId)?.type.looksAgain) return arrived
  const look = earliest(clockMoment(wakeAt), exit)
  return isAfter(look, arrived) ? look : arrived
}

const notBefore = (moment: Moment, { notBefore: floor }: RunInput): Moment =>
  floor !== undefined && moment.at < floor ? clockMoment(floor) : moment

const earliest = (until: Moment, exit: EarlyExit | undefined): Moment =>
  exit && isBefore(exit.moment, until) ? exit.moment : until
