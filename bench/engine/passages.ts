import { type ContactEvent, type Facts, noFacts } from '../../src/audience/facts.ts'
import { type CompiledJourney, compile } from '../../src/engine/compile.ts'
import { emptyJourney, type Journey } from '../../src/engine/journey.ts'
import { type Position, runUntilWaiting } from '../../src/engine/runUntilWaiting.ts'
import { nodeTypes } from '../../src/nodes/index.ts'
import { rules, sampleData } from './sampleData.ts'

type Data = Record<string, unknown>
type Sample = readonly [type: string, data: Data | undefined]

const DAY = 86_400_000
const entered = { at: Date.parse('2026-05-05T08:00:00Z'), seq: 1 }
/** Long after every wait, so that nothing is in the future. */
const now = entered.at + 4000 * DAY

const facts: Facts = {
  ...noFacts,
  attributes: { email: 'ana@people.example', plan: 'pro', locale: 'ro', renews_on: '2027-03-03' },
  events: ['signed_up', 'visited', 'visited', 'order', 'visited', 'order', 'visited', 'visited'].map(
    (name, index): ContactEvent => ({
      name,
      at: entered.at + index * 0.3 * DAY,
      seq: index + 1,
      properties: { total: index },
    }),
  ),
  subscriptions: { 'email:marketing': 'subscribed' },
}

/** One path through steps, and a passage through it that counts the steps it took. */
export function passage(samples: readonly Sample[], zone = 'Europe/Bucharest'): () => number {
  const journey = compile(chain(samples), nodeTypes)
  return () => walk(journey, zone)
}

/** As the worker moves somebody: a run for every wake-up, at the instant it was asked for. */
function walk(journey: CompiledJourney, zone: string): number {
  let position: Position = { nodeId: 'n_0', arrived: entered, entered }
  let clock = entered.at
  let known = facts
  let steps = 0
  while (true) {
    const run = runUntilWaiting({ journey, enrollmentId: '4711', position, facts: known, zone, now: clock })
    steps += run.steps.length
    const { outcome } = run
    if (outcome.do === 'end') return steps
    if (outcome.wakeAt > now) return steps
    const { nodeId, arrived, rounds, wakeAt } = outcome
    // What was sent is read anew for every run, as far back as caps look; here there are none.
    known = { ...run.facts, sends: facts.sends }
    position = { nodeId, arrived, entered, rounds, wakeAt }
    clock = Math.max(wakeAt, clock)
  }
}

/** Ends where a step has no port; whoever is at a step with several goes on by the one of the chain. */
function chain(samples: readonly Sample[]): Journey {
  const nodes = samples.map(([type, data = {}], index) => ({ id: `n_${index}`, type, data }))
  const edges = nodes.flatMap(({ id, type, data }, index) => {
    const ports = index + 1 < nodes.length ? (nodeTypes[type]?.ports(data) ?? []) : []
    return ports.map((port) => ({ id: `${id}_${port}`, source: id, sourceHandle: port, target: `n_${index + 1}` }))
  })
  return { ...emptyJourney, nodes, edges, settings: { ...emptyJourney.settings, exit: [{ on: 'goal' }], goal } }
}

const goal = { event: { name: 'upgraded', where: [] }, within: 'P30D' }

const sample = (type: string, name: string): Sample => [type, sampleData[type]?.[name]]
const start = sample('trigger', '')

/** Ten steps, two of which ask a rule, as a marketer draws them; again and again where the journey is to be longer. */
export function onboarding(length: number): Sample[] {
  const asking = (rule: unknown): Sample => ['branch', { paths: [{ id: 'yes', name: '', rule }] }]
  const turn = [
    sample('wait', 'duration'),
    asking(rules.profile),
    sample('message', ''),
    sample('wait', 'event'),
    asking(rules.history),
    sample('update', ''),
    sample('split', ''),
    sample('message', ''),
  ]
  const middle = Array.from({ length: length - 2 }, (_, index) => turn[index % turn.length] ?? start)
  return [start, ...middle, sample('exit', '')]
}

/** As many of one kind of step in a row as show what one costs. */
export const manyOf = (type: string, name: string, count: number): Sample[] => [
  start,
  ...Array.from({ length: count }, () => sample(type, name)),
]
