import { z } from 'zod'
import { duration } from '../engine/duration.ts'

const scalar = z.union([z.string(), z.number(), z.boolean()])

/**
 * A test of one value. `atMost` and its kin compare numbers with numbers and texts with texts; texts are compared without
 * regard to case. A missing value, or one of another type, passes only `isNot` and `isMissing`.
 */
export const valueTest = z.discriminatedUnion('op', [
  z.strictObject({ op: z.enum(['is', 'isNot']), value: scalar }),
  z.strictObject({ op: z.enum(['contains', 'startsWith']), value: z.string().min(1) }),
  z.strictObject({ op: z.enum(['moreThan', 'atLeast', 'lessThan', 'atMost']), value: z.number() }),
  z.strictObject({ op: z.enum(['exists', 'isMissing']) }),
])

const propertyTest = z.strictObject({ property: z.string().min(1), test: valueTest })

/** Events of one name whose properties pass every test. An empty name is not configured yet and matches nothing. */
export const eventMatch = z.strictObject({ name: z.string(), where: z.array(propertyTest).default([]) })

const condition = z.discriminatedUnion('if', [
  z.strictObject({ if: z.literal('attribute'), attribute: z.string(), test: valueTest }),
  z.strictObject({ if: z.literal('entryEvent'), property: z.string(), test: valueTest }),
  z.strictObject({ if: z.literal('performed'), event: eventMatch, within: duration.optional() }),
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
export type ValueTest = z.infer<typeof valueTest>
export type EventMatch = z.infer<typeof eventMatch>
