import { z } from 'zod'
import { eventMatch, rule } from '../audience/rule.ts'
import { duration } from './duration.ts'

const id = z.string().min(1).max(64)

const node = z.strictObject({ id, type: z.string().min(1), data: z.record(z.string(), z.unknown()) })
const edge = z.strictObject({ id, source: id, sourceHandle: z.string().min(1), target: id })
const note = z.strictObject({ id, at: id, text: z.string().max(2000) })

/** How often one contact may enter: once in a lifetime, whenever no enrollment is active, or after a rest since the last entry. */
const reentry = z.discriminatedUnion('allow', [
  z.strictObject({ allow: z.literal('never') }),
  z.strictObject({ allow: z.literal('always') }),
  z.strictObject({ allow: z.literal('after'), rest: duration }),
])

/** What counts as success: an event within a time from entry, or so many of them, with its worth read from a property of the last. */
const goal = z.strictObject({
  event: eventMatch,
  times: z.int().min(2).max(100).optional(),
  within: duration,
  value: z.strictObject({ property: z.string().min(1), currency: z.string().length(3) }).optional(),
})

/** What ends an enrollment wherever it stands. */
const exitRule = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('goal') }),
  z.strictObject({ on: z.literal('event'), event: eventMatch }),
  /** From the first moment on at which the rule holds, or no longer does, at the entry too. */
  z.strictObject({ on: z.literal('rule'), rule, when: z.enum(['becomesTrue', 'stopsBeingTrue']) }),
  /** From everything that e-mail brings. */
  z.strictObject({ on: z.literal('unsubscribed') }),
])

const settings = z.strictObject({
  reentry: reentry.default({ allow: 'never' }),
  exit: z.array(exitRule).default([]),
  goal: goal.optional(),
  /** Which part of the contacts is kept out, to compare with; at most half. */
  holdout: z.number().min(0).max(0.5).default(0),
  /** How often one enrollment may come to the same waiting step on a circle, before it ends. */
  repeats: z.int().min(1).max(1000).default(100),
  /** Of two journeys whose messages are due at the same instant the higher goes first, where a cap has one place; 50 if left out. */
  sending: z.strictObject({ priority: z.int().min(0).max(100).default(50) }).optional(),
})

/** The journey document, as stored, exported and executed. Positions are not in it: the canvas derives them. */
export const journeySchema = z.strictObject({
  format: z.literal(1),
  nodes: z.array(node).max(2000),
  edges: z.array(edge).max(4000),
  settings: settings.prefault({}),
  notes: z.array(note).default([]),
})

export type Journey = z.infer<typeof journeySchema>
export type JourneyNode = Journey['nodes'][number]
export type JourneyEdge = Journey['edges'][number]
export type JourneySettings = Journey['settings']

/** A document with nothing drawn yet. */
export const emptyJourney: Journey = {
  format: 1,
  nodes: [],
  edges: [],
  settings: { reentry: { allow: 'never' }, exit: [], holdout: 0, repeats: 100 },
  notes: [],
}

/** The node with an id, or nothing. */
export const nodeById = (journey: Journey, nodeId: string): JourneyNode | undefined =>
  journey.nodes.find((candidate) => candidate.id === nodeId)

/** The one edge that leaves a node by a port, or nothing where the port is not wired. */
export const edgeFrom = (journey: Journey, nodeId: string, port: string): JourneyEdge | undefined =>
  journey.edges.find((candidate) => candidate.source === nodeId && candidate.sourceHandle === port)
