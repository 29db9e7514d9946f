import type { z } from 'zod'
import type { Facts } from '../audience/facts.ts'
import type { Rule } from '../audience/rule.ts'
import type { Effect } from './effect.ts'
import type { Moment } from './moment.ts'
import type { QuietHours, SendingPolicy } from './policy.ts'
import type { Problem } from './problem.ts'

/**
 * What a node says on a visit. A wait names the moment to look again and the events that may change its mind; its `because`
 * is shown while the contact is held back, and its effects happen once per arrival. `go` jumps to a node no edge leads to.
 */
export type Decision =
  | { do: 'wait'; until: Moment; awaits: readonly string[]; because?: string; effects?: readonly Effect[] }
  | { do: 'leave'; by: string; because: string; effects: readonly Effect[] }
  | { do: 'go'; to: string; because: string }
  | { do: 'end'; because: string; effects?: readonly Effect[] }

/** What the worker must load for a visit beyond profile and events. */
export type Aspect = 'changes' | 'membership' | 'consent' | 'sends'

/** What a visit may know. `moment` is the present; `arrived` is when the enrollment came to this node. */
export interface Visit<Data> {
  data: Data
  nodeId: string
  /** Which passage this is; an answer from outside names it. */
  enrollmentId: string
  facts: Facts
  arrived: Moment
  moment: Moment
  zone: string
  /** A number in [0, 1) that this enrollment always gets at this node, and that looks like chance. */
  chance: number
  /** How often the contact was at this node before, where it lies on a circle or jumps; otherwise 0. */
  rounds: number
  policy: SendingPolicy
}

/** What `check` may know of the world around the node, besides its data. */
export interface CheckContext {
  locales: readonly string[]
  sourceLocale: string
  /** Ids of the workspace's topics; left out, topics are not looked at. */
  topics?: readonly string[]
  /** Hours in which the workspace sends nothing that is not urgent. */
  quietHours?: QuietHours | undefined
}

/** The shelf of the palette a type lies on, and the colour of its card. */
export type NodeGroup = 'entry' | 'timing' | 'logic' | 'message' | 'data' | 'end'

/** A port that is taken where its rule is the first of several that holds. */
export interface RuledPort {
  port: string
  rule: Rule
}

/** How long contacts who leave by a port are held, as ISO 8601 durations: not at all where `atLeast` is missing, without limit where `atMost` is. */
export interface Held {
  atLeast?: string
  atMost?: string
}

/** All that engine, editor and worker know of a node type. */
export interface NodeType<Data = unknown> {
  type: string
  group: NodeGroup
  data: z.ZodType<Data>
  /** A fresh node's data; it may still be incomplete, which `check` then says. */
  blank: Data
  /** Port names in the author's order; an end has none. */
  ports: (data: Data) => readonly string[]
  visit: (visit: Visit<Data>) => Decision
  /** Names of the events the visit asks about, so that the worker loads these and no others. */
  reads: (data: Data) => readonly string[]
  /** What else of the contact the visit asks about; nothing where it is left out. */
  asks?: (data: Data) => readonly Aspect[]
  /** What keeps this data from being published, as codes and parameters. */
  check: (data: Data, context: CheckContext) => Problem[]
  /** Says whether a visit may hold the contact; a cycle needs one such node. */
  waits: boolean
  /** Says whether data of a type that waits may let a contact pass at once, so that it does not make a cycle take time. */
  mayPass?: (data: Data) => boolean
  /** Says whether a contact it held is looked at from the instant it was held to, with what is known by then; else always from the arrival. */
  looksAgain?: boolean
  /** The rules a visit asks in turn, at one moment, where it does nothing else; whoever fulfils none leaves by another port. */
  firstMatch?: (data: Data) => readonly RuledPort[]
  /** The data without a port, or nothing where it cannot be without it. */
  withoutPort?: (data: Data, port: string) => Data | undefined
  /** The node it jumps to without an edge; nothing where it does not, or not yet. */
  jumpsTo?: (data: Data) => string | undefined
  /** How often one passage jumps from it. */
  jumpsAtMost?: (data: Data) => number
  /** How long it holds whoever leaves by a port. Left out, a type that waits may hold from no time at all to for ever. */
  held?: (data: Data, port: string) => Held
}

/** Gives a node type its types; the value is returned as it is. */
export const defineNodeType = <Data>(type: NodeType<Data>): NodeType<Data> => type

/** Leaves by a port, with nothing to do outside unless effects say so. */
export const leave = (by: string, because: string, effects: readonly Effect[] = []): Decision => ({
  do: 'leave',
  by,
  because,
  effects,
})

/** Waits until a moment, or until one of the named events changes the facts. */
export const waitUntil = (until: Moment, awaits: readonly string[] = []): Decision => ({ do: 'wait', until, awaits })

/** Jumps to a node that no edge leads to. */
export const go = (to: string, because: string): Decision => ({ do: 'go', to, because })

/** Ends the enrollment for a reason, with nothing to do outside unless effects say so. */
export const end = (because: string, effects: readonly Effect[] = []): Decision => ({
  do: 'end',
  because,
  ...(effects.length > 0 && { effects }),
})
