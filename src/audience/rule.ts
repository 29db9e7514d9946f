import { z } from 'zod'
import { duration } from '../engine/duration.ts'
import { isWrittenDate } from './writtenDate.ts'

const scalar = z.union([z.string(), z.number(), z.boolean()])
const comparison = z.enum(['moreThan', 'atLeast', 'lessThan', 'atMost'])

/**
 * A test of one value, the same whenever it is made. What each does with missing and mismatched values is the table in
 * docs/journey-format.md: only `isNot` and `isMissing` pass.
 */
export const valueTest = z.discriminatedUnion('op', [
  z.strictObject({ op: z.enum(['is', 'isNot']), value: scalar }),
  z.strictObject({ op: z.literal('in'), values: z.array(scalar).max(1000) }),
  z.strictObject({ op: z.enum(['contains', 'startsWith']), value: z.string().min(1) }),
  z.strictObject({ op: comparison, value: z.number() }),
  z.strictObject({ op: z.enum(['exists', 'isMissing']) }),
])

const writtenDate = z.string().refine((text) => text === '' || isWrittenDate(text), { error: 'date' })

/** A test of a date at a present. A plain date begins at midnight in the contact's zone; an empty one is still to be given. */
export const dateTest = z.discriminatedUnion('op', [
  z.strictObject({ op: z.enum(['before', 'after']), value: writtenDate }),
  z.strictObject({ op: z.enum(['withinLast', 'withinNext']), lasting: duration }),
  z.strictObject({ op: z.literal('anniversary') }),
])

const test = z.discriminatedUnion('op', [...valueTest.options, ...dateTest.options])

/** What can be known of a message that was handed over. */
export const engagements = ['sent', 'delivered', 'opened', 'clicked'] as const

/** How near a contact is, from a stranger to one who has gone; the attribute `lifecycle_stage`. */
export const lifecycleStages = ['prospect', 'onboarding', 'active', 'loyal', 'atRisk', 'lapsed'] as const

/** The id of a segment or list; empty while none is chosen. */
const segmentId = z.string().regex(/^$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
const channel = z.enum(['email'])
const propertyTest = z.strictObject({ property: z.string().min(1), test: valueTest })

/** Events of one name whose properties pass every test. An empty name is not configured yet and matches nothing. */
export const eventMatch = z.strictObject({ name: z.string(), where: z.array(propertyTest).default([]) })

const times = z.strictObject({ op: z.enum(['atLeast', 'exactly', 'atMost']), count: z.int().min(0).max(1_000_000) })
const sum = z.strictObject({ property: z.string(), op: comparison, value: z.number() })

const condition = z.discriminatedUnion('if', [
  z.strictObject({ if: z.literal('attribute'), attribute: z.string(), test }),
  z.strictObject({ if: z.literal('entryEvent'), property: z.string(), test }),
  /** Left out, `times` is at least once, beside `sum` too. */
  z.strictObject({
    if: z.literal('performed'),
    event: eventMatch,
    within: duration.optional(),
    times: times.optional(),
    sum: sum.optional(),
  }),
  z.strictObject({
    if: z.literal('eventProperty'),
    which: z.enum(['first', 'last']),
    event: eventMatch,
    within: duration.optional(),
    property: z.string(),
    test,
  }),
  /** Languages as prefixes of the contact's locale: `pt` has pt-BR, `pt-BR` has not pt. */
  z.strictObject({
    if: z.literal('locale'),
    in: z.array(z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)).max(200),
  }),
  z.strictObject({ if: z.literal('memberOf'), segment: segmentId }),
  /** Of any journey and step where they are left out. */
  z.strictObject({
    if: z.literal('message'),
    did: z.enum(engagements),
    journey: z.string().min(1).optional(),
    node: z.string().min(1).optional(),
    within: duration.optional(),
    times: times.optional(),
  }),
  z.strictObject({ if: z.literal('stage'), in: z.array(z.enum(lifecycleStages)).max(lifecycleStages.length) }),
  z.strictObject({ if: z.literal('score'), op: comparison, value: z.number() }),
  /** The topic `*` is all that the channel sends; an empty one is still to be chosen. */
  z.strictObject({ if: z.literal('subscribed'), channel, topic: z.string() }),
  z.strictObject({ if: z.literal('reachable'), channel }),
  /** The attribute passes, and has had its value for at least, or for less than, so long. */
  z.strictObject({
    if: z.literal('unchanged'),
    attribute: z.string(),
    test,
    op: z.enum(['atLeast', 'lessThan']),
    lasting: duration,
  }),
])

/** A rule about a contact: conditions, nested in all / any / not. An empty `all` or `any` is not configured and never true. */
export type Rule = z.infer<typeof condition> | { all: Rule[] } | { any: Rule[] } | { not: Rule }
export const rule: z.ZodType<Rule> = z.lazy(() =>
  z.union([
    condition,
    z.strictObject({ all: z.array(rule) }),
    z.strictObject({ any: z.array(rule) }),
    z.strictObject({ not: rule }),
  ]),
)

export type Condition = z.infer<typeof condition>
export type Performed = Extract<Condition, { if: 'performed' }>
export type Engagement = Extract<Condition, { if: 'message' }>
export type Unchanged = Extract<Condition, { if: 'unchanged' }>
export type EventProperty = Extract<Condition, { if: 'eventProperty' }>
export type ValueTest = z.infer<typeof valueTest>
export type DateTest = z.infer<typeof dateTest>
export type Test = z.infer<typeof test>
export type EventMatch = z.infer<typeof eventMatch>
export type Comparison = z.infer<typeof comparison>
