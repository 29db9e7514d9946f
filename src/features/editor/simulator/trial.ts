import type { Answers } from '@/engine/simulatedAnswer'
import type { Chosen } from '@/nodes/message/usePreviewContact'

/** A property as it is typed; `readValue` makes a value of it. */
export interface TypedProperty {
  name: string
  value: string
}

/** An event that shall happen in the simulation. */
export interface InjectedEvent {
  id: string
  name: string
  /** How long after the start, in ISO 8601. */
  after: string
  properties: readonly TypedProperty[]
}

/** What the reader has set up to try out. It stays while other panels are open. */
export interface Trial {
  chosen: Chosen
  /** In epoch milliseconds. */
  startsAt: number
  /** The trigger chosen; the first one where it is not there. */
  triggerId: string | undefined
  entry: readonly TypedProperty[]
  events: readonly InjectedEvent[]
  /** How the servers answer that steps ask. */
  answers: Answers
  /** Which throw of the dice, where steps go by chance. */
  draw: number
}

const MINUTE = 60_000

export const freshTrial = (now: number): Trial => ({
  chosen: 'typical',
  startsAt: Math.floor(now / MINUTE) * MINUTE,
  triggerId: undefined,
  entry: [],
  events: [],
  answers: 'ok',
  draw: 1,
})

/** Numbers and true or false are read as such; all else is text. */
export function readValue(typed: string): string | number | boolean {
  const text = typed.trim()
  if (text === 'true' || text === 'false') return text === 'true'
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text
}

export const valuesOf = (properties: readonly TypedProperty[]) =>
  Object.fromEntries(properties.filter(({ name }) => name !== '').map(({ name, value }) => [name, readValue(value)]))
