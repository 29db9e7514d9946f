import type { Facts } from '../audience/facts.ts'
import { applyEffects } from './applyEffects.ts'
import { chance } from './chance.ts'
import type { CompiledJourney, CompiledNode } from './compile.ts'
import { JUMP } from './edit/jumps.ts'
import type { Effect } from './effect.ts'
import { type EarlyExit, firstExit, hangsOnFacts } from './exits.ts'
import { heldOut } from './holdout.ts'
import { clockMoment, isAfter, isBefore, type Moment } from './moment.ts'
import type { Decision, Visit } from './nodeType.ts'
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
export const runUntilWaiting = (input: RunInput): Run => new Walk(input).run()

/** One run on its way. */
class Walk {
  private readonly input: RunInput
  private readonly steps: Step[] = []
  private facts: Facts
  private nodeId: string
  private arrived: Moment
  private rounds: Rounds
  private moment: Moment
  private exit: EarlyExit | undefined

  constructor(input: RunInput) {
    this.input = input
    this.facts = input.facts
    this.nodeId = input.position.nodeId
    this.arrived = input.position.arrived
    this.rounds = input.position.rounds ?? noRounds
    this.moment = this.arrived
    this.exit = heldOut(input) ?? this.nextExit()
    this.moment = notBefore(firstLook(input, this.exit), input)
  }

  run(): Run {
    const { journey } = this.input
    while (true) {
      const because = this.endsNow()
      if (because) return this.end(because)
      const node = journey.nodes.get(this.nodeId)
      if (!node) return this.end('nodeMissing')
      if (this.steps.length === STEP_LIMIT) return this.park(this.moment.at, { awaits: [] })
      const round = this.rounds[this.nodeId] ?? 0
      if (round > journey.settings.repeats) return this.end('repeatLimit')
      const { facts, arrived, moment } = this
      const visit = new OneVisit(this.input, { node, facts, arrived, moment, rounds: Math.max(round - 1, 0) })
      const run = this.follow(node, node.type.visit(visit))
      if (run) return run
    }
  }

  /** Does what a visit decided; the run where it is over with that. */
  private follow(node: CompiledNode, decision: Decision): Run | undefined {
    if (decision.do === 'end') return this.end(decision.because, decision.effects)
    if (decision.do === 'wait') return this.hold(decision)
    const { input, moment } = this
    const step = stepBy(node, decision, { arrived: this.arrived, left: moment })
    this.steps.push(step)
    if (step.effects.length > 0) this.change(step.effects)
    const { to } = step
    if (to === undefined) return this.done({ do: 'end', at: moment, because: 'pathEnded' })
    this.nodeId = to
    this.arrived = moment
    if (input.journey.loops.has(to)) this.rounds = { ...this.rounds, [to]: (this.rounds[to] ?? 0) + 1 }
    return undefined
  }

  private hold(decision: Waiting): Run | undefined {
    const { input, exit, moment } = this
    if (!isAfter(decision.until, moment)) throw new Error(`Node "${this.nodeId}" waits for a moment that is over`)
    const wake = earliest(decision.until, exit)
    if (wake.at > input.now) {
      return this.park(wake.at, { ...decision, awaits: [...decision.awaits, ...input.journey.endedBy] })
    }
    this.moment = notBefore(wake, input)
    return undefined
  }

  /** The next step already sees what this one changed, and so do the exit rules. */
  private change(effects: readonly Effect[]) {
    const { journey, policy = noPolicy } = this.input
    this.facts = applyEffects(this.facts, effects, { at: this.moment.at, policy })
    if (hangsOnFacts(journey.settings) && this.exit?.because !== 'holdout') this.exit = this.nextExit()
  }

  private nextExit(): EarlyExit | undefined {
    const { journey, position, zone } = this.input
    if (journey.settings.exit.length === 0) return undefined
    return firstExit(journey.settings, this.facts, { entered: position.entered, present: this.moment, zone })
  }

  /** Why the passage ends at this moment, if it does. */
  private endsNow(): EarlyExit['because'] {
    if (!this.exit || isAfter(this.exit.moment, this.moment)) return undefined
    if (!this.exit.because) this.exit = this.nextExit()
    return this.exit && !isAfter(this.exit.moment, this.moment) ? this.exit.because : undefined
  }

  private end(because: string, effects: readonly Effect[] = none): Run {
    const { nodeId, arrived, moment } = this
    this.steps.push({ nodeId, arrived, left: moment, because, effects })
    return this.done({ do: 'end', at: moment, because })
  }

  private park(wakeAt: number, { awaits, because, effects = none }: Omit<Waiting, 'do' | 'until'>): Run {
    const { nodeId, arrived, rounds } = this
    const outcome: Parked = { do: 'park', nodeId, arrived, wakeAt, awaits: [...new Set(awaits)], rounds, effects }
    if (because) outcome.because = because
    return this.done(outcome)
  }

  private done(outcome: Run['outcome']): Run {
    return { steps: this.steps, facts: this.facts, outcome }
  }
}

const none: readonly never[] = []
const noRounds: Rounds = {}

type Waiting = Extract<Decision, { do: 'wait' }>
type Going = Extract<Decision, { do: 'leave' | 'go' }>
type Around = Pick<Visit<unknown>, 'facts' | 'arrived' | 'moment' | 'rounds'>

/** A visit whose chance is worked out only where a node asks for it, which few do. */
class OneVisit implements Visit<unknown> {
  readonly data: unknown
  readonly nodeId: string
  readonly enrollmentId: string
  readonly facts: Facts
  readonly arrived: Moment
  readonly moment: Moment
  readonly zone: string
  readonly rounds: number
  readonly policy: SendingPolicy

  constructor({ enrollmentId, zone, policy = noPolicy }: RunInput, around: Around & { node: CompiledNode }) {
    this.data = around.node.data
    this.nodeId = around.node.id
    this.enrollmentId = enrollmentId
    this.facts = around.facts
    this.arrived = around.arrived
    this.moment = around.moment
    this.zone = zone
    this.rounds = around.rounds
    this.policy = policy
  }

  get chance(): number {
    return chance(`${this.enrollmentId}:${this.nodeId}`)
  }
}

/** A jump leaves by the port `JUMP`, so that the log and its numbers treat it like any other way on. */
function stepBy(node: CompiledNode, decision: Going, { arrived, left }: Pick<Step, 'arrived' | 'left'>): Step {
  const step: Step = { nodeId: node.id, arrived, left, because: decision.because, effects: none }
  if (decision.do === 'go') return { ...step, port: JUMP, to: decision.to }
  step.effects = decision.effects
  step.port = decision.by
  const to = node.next.get(decision.by)
  if (to !== undefined) step.to = to
  return step
}

/** A step that looks again does so when it was to, or now if that is earlier, or when the passage ends early; every other judges from the arrival. */
function firstLook({ journey, position, now }: RunInput, exit: EarlyExit | undefined): Moment {
  const { nodeId, arrived, wakeAt } = position
  if (wakeAt === undefined || !journey.nodes.get(nodeId)?.type.looksAgain) return arrived
  const look = earliest(clockMoment(Math.min(wakeAt, now)), exit)
  return isAfter(look, arrived) ? look : arrived
}

const notBefore = (moment: Moment, { notBefore: floor }: RunInput): Moment =>
  floor !== undefined && moment.at < floor ? clockMoment(floor) : moment

const earliest = (until: Moment, exit: EarlyExit | undefined): Moment =>
  exit && isBefore(exit.moment, until) ? exit.moment : until
