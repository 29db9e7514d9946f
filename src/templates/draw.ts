import type { Rule } from '../audience/rule.ts'
import { type Journey, type JourneySettings, journeySchema } from '../engine/journey.ts'
import type { TriggerData } from '../nodes/trigger/triggerData.ts'
import type { UpdateData } from '../nodes/update/updateData.ts'

/** A step as it is drawn, and where each of its ports leads. */
export interface Drawn {
  type: string
  data: Record<string, unknown>
  to: Record<string, string>
}

/** A segment or list that a template speaks of, by the id under which it does; without a rule it is a list. */
export interface NeededSegment {
  name: string
  rule?: Rule
}

/** A journey to begin with, and the segments that have to be made for it. */
export interface Template {
  journey: Journey
  segments: Readonly<Record<string, NeededSegment>>
}

/** A document of steps by their id. The first port of a step leads to the target it was drawn with. */
export function draw(steps: Record<string, Drawn>, settings: Partial<JourneySettings>): Journey {
  const nodes = Object.entries(steps).map(([id, { type, data }]) => ({ id, type, data }))
  const edges = Object.entries(steps).flatMap(([source, { to }]) =>
    Object.entries(to).map(([port, target]) => ({ id: `${source}_${port}`, source, sourceHandle: port, target })),
  )
  return journeySchema.parse({ format: 1, nodes, edges, settings })
}

export const enteredBy = (data: TriggerData, next: string): Drawn => ({ type: 'trigger', data, to: { next } })

export const onEvent = (name: string, next: string, { where = [], key }: EventDetail = {}): Drawn =>
  enteredBy({ on: 'event', event: { name, where }, ...(key !== undefined && { key }) }, next)

type EventDetail = { where?: Extract<TriggerData, { on: 'event' }>['event']['where']; key?: string }

/** Marketing, to whoever wants it; `service` is what somebody needs, such as a receipt. */
export type Kind = 'marketing' | 'service'

export const mail = (subject: string, body: string, next: string, kind: Kind = 'marketing'): Drawn => ({
  type: 'message',
  data: {
    name: subject.replace(/\s*\{\{.*?\}\}/g, ''),
    channel: 'email',
    topic: kind,
    capClass: kind,
    hasNotSent: false,
    content: { en: { subject, preheader: '', body } },
  },
  to: { next },
})

export const wait = (lasting: string, next: string): Drawn => ({
  type: 'wait',
  data: { until: 'duration', lasting },
  to: { next },
})

export const waitForEvent = (name: string, atMost: string, to: { happened: string; timeout: string }): Drawn => ({
  type: 'wait',
  data: { until: 'event', event: { name, where: [] }, atMost },
  to,
})

export const waitForRule = (rule: Rule, atMost: string, to: { happened: string; timeout: string }): Drawn => ({
  type: 'wait',
  data: { until: 'condition', rule, atMost },
  to,
})

/** Ways by their name, each with its rule and where it leads. */
export const branch = (paths: Record<string, [rule: Rule, next: string]>, otherwise: string): Drawn => ({
  type: 'branch',
  data: { paths: Object.entries(paths).map(([name, [rule]]) => ({ id: idOf(name), name, rule })) },
  to: { ...Object.fromEntries(Object.entries(paths).map(([name, [, next]]) => [idOf(name), next])), else: otherwise },
})

/** Arms of the same weight by their name. */
export const split = (arms: Record<string, string>): Drawn => ({
  type: 'split',
  data: {
    arms: Object.keys(arms).map((name) => ({ id: idOf(name), name, weight: 50, holdout: false })),
    promoted: null,
  },
  to: Object.fromEntries(Object.entries(arms).map(([name, next]) => [idOf(name), next])),
})

const idOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')

export const task = (title: string, note: string, next: string, due = 'P1D'): Drawn => ({
  type: 'task',
  data: { title, note, assignee: 'team@example.com', due },
  to: { next },
})

export const update = (changes: UpdateData['changes'], next: string): Drawn => ({
  type: 'update',
  data: { changes },
  to: { next },
})

export const setText = (attribute: string, value: string): UpdateData['changes'][number] => ({
  do: 'set',
  attribute,
  value: { is: 'text', value },
})

export const exit = (reason: string): Drawn => ({ type: 'exit', data: { reason }, to: {} })

/** What people ask most: did they, how often, how lately. */
export const did = (name: string, { atLeast, within }: { atLeast?: number; within?: string } = {}): Rule => ({
  if: 'performed',
  event: { name, where: [] },
  ...(within !== undefined && { within }),
  ...(atLeast !== undefined && { times: { op: 'atLeast', count: atLeast } }),
})

export const is = (attribute: string, value: string): Rule => ({
  if: 'attribute',
  attribute,
  test: { op: 'is', value },
})

export const not = (rule: Rule): Rule => ({ not: rule })
