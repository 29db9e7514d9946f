import type { Facts } from '../audience/facts.ts'
import { type CompiledJourney, compile } from './compile.ts'
import type { Journey } from './journey.ts'
import type { Moment } from './moment.ts'
import type { CheckContext, NodeType } from './nodeType.ts'
import type { SendingPolicy } from './policy.ts'
import type { Problem } from './problem.ts'
import { type Position, type Run, runUntilWaiting, type Step } from './runUntilWaiting.ts'
import { type Answers, answerTo, withEvent } from './simulatedAnswer.ts'
import { validate } from './validate.ts'

/** What a simulation needs: a document as it is drawn, a contact as rules see them, and the moment they come in. */
export interface SimulateInput {
  journey: Journey
  nodeTypes: Readonly<Record<string, NodeType>>
  check: CheckContext
  /** All that has happened and, after the start, all that shall happen. */
  facts: Facts
  zone: string
  /** The trigger, and the moment of the event that lets the contact in. */
  start: { nodeId: string; moment: Moment }
  /** What chance hangs on: another text is another throw of the dice. */
  enrollmentId: string
  /** Contact and journey as one text; left out, nobody is held out. */
  holdoutKey?: string
  /** The workspace's rules of sending; left out, nothing is held back. */
  policy?: SendingPolicy
  /** How the servers answer that steps ask, for nobody is asked; well, if left out. */
  answers?: Answers
  /** Nothing after this, in epoch milliseconds, is looked at. */
  until: number
  /** The most visits to follow; 500 if left out. */
  limit?: number
}

/** One thing that happens in a simulation, in the order of time. */
export type Happening =
  | { do: 'step'; step: Step }
  /** Parked at a node; `wakeAt` is when it looks again unless one of the awaited events comes first. */
  | { do: 'wait'; nodeId: string; since: number; wakeAt: number; awaits: readonly string[]; because?: string }

/** Where a simulation came to. `tooLong`: the limit of visits was reached. `failed`: a step from here on threw. */
export type SimulatedOutcome =
  | Run['outcome']
  | { do: 'tooLong'; nodeId: string }
  | { do: 'failed'; nodeId: string; error: string }

/** The whole path, or what keeps the document from running at all. */
export type Simulation =
  | { do: 'ran'; steps: Step[]; happenings: Happening[]; outcome: SimulatedOutcome }
  | { do: 'cannotRun'; problems: Problem[] }

const MOST_VISITS = 500

/**
 * Walks one contact through a draft with the very `runUntilWaiting` of the worker, waking as the worker wakes: at the
 * instant a node asked for, or when an awaited event comes in. Pure and bounded, and no document or fact makes it throw.
 */
export function simulate(input: SimulateInput): Simulation {
  const { journey, nodeTypes, check, start } = input
  const problems = validate(journey, nodeTypes, check).filter(({ severity }) => severity === 'blocks')
  if (problems.length > 0) return { do: 'cannotRun', problems }
  return walk(compile(journey, nodeTypes), input, {
    nodeId: start.nodeId,
    arrived: start.moment,
    entered: start.moment,
  })
}

function walk(journey: CompiledJourney, input: SimulateInput, entry: Position): Simulation {
  const { until, limit = MOST_VISITS } = input
  const steps: Step[] = []
  const happenings: Happening[] = []
  const arriveAt = (outcome: SimulatedOutcome): Simulation => ({ do: 'ran', steps, happenings, outcome })
  let position = entry
  let now = entry.arrived.at
  let { facts } = input

  while (true) {
    const run = attempt(journey, { ...input, facts }, { position, now })
    if (run instanceof Error) return arriveAt({ do: 'failed', nodeId: position.nodeId, error: run.message })
    const room = limit - steps.length
    for (const step of run.steps.slice(0, room)) {
      steps.push(step)
      happenings.push({ do: 'step', step })
    }
    const { outcome } = run
    if (run.steps.length > room || (outcome.do === 'park' && steps.length === limit)) {
      return arriveAt({ do: 'tooLong', nodeId: steps.at(-1)?.to ?? position.nodeId })
    }
    if (outcome.do === 'end') return arriveAt(outcome)
    position = { ...position, nodeId: outcome.nodeId, arrived: outcome.arrived, rounds: outcome.rounds }
    facts = { ...run.facts, events: facts.events }
    const answer = answerTo(outcome, { ...input, facts })
    if (answer) {
      facts = { ...facts, events: withEvent(facts.events, answer) }
      continue
    }
    if (outcome.wakeAt > now) {
      const { nodeId, wakeAt, awaits, because } = outcome
      happenings.push({ do: 'wait', nodeId, since: now, wakeAt, awaits, ...(because && { because }) })
    }
    const next = nextLook(facts, outcome, now)
    if (next > until) return arriveAt(outcome)
    now = next
    position = { ...position, wakeAt: next }
  }
}

/** A node type that throws stops this contact, as it does in the worker, and nothing else. */
function attempt(
  journey: CompiledJourney,
  { facts, zone, policy, enrollmentId, holdoutKey }: SimulateInput,
  { position, now }: { position: Position; now: number },
): Run | Error {
  const known = { ...facts, events: facts.events.filter(({ at }) => at <= now) }
  try {
    const rest = { ...(holdoutKey !== undefined && { holdoutKey }), ...(policy && { policy }) }
    return runUntilWaiting({ journey, enrollmentId, ...rest, position, facts: known, zone, now })
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

function nextLook({ events }: Facts, { wakeAt, awaits }: Run['outcome'] & { do: 'park' }, now: number): number {
  const called = events.find(({ at, name }) => at > now && at < wakeAt && awaits.includes(name))
  return called ? called.at : wakeAt
}
