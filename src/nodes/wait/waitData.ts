import { z } from 'zod'
import { eventMatch, rule } from '../../audience/rule.ts'
import { duration } from '../../engine/duration.ts'
import { timeOfDay } from '../../engine/localTime.ts'
import { weekdays } from '../../engine/weekday.ts'

/** Left out, every day counts; an empty list is not configured yet. */
const on = z.array(z.enum(weekdays)).max(7).optional()

/** Where a date is found. An empty name is not configured yet. */
const dateSource = z.discriminatedUnion('in', [
  z.strictObject({ in: z.literal('attribute'), attribute: z.string() }),
  z.strictObject({ in: z.literal('entryEvent'), property: z.string() }),
])

const shift = z.strictObject({ direction: z.enum(['before', 'after']), by: duration })

/** What a wait waits for: one shape per kind. */
export const waitData = z.discriminatedUnion('until', [
  z.strictObject({ until: z.literal('duration'), lasting: duration }),
  z.strictObject({ until: z.literal('localTime'), at: timeOfDay, on }),
  z.strictObject({
    until: z.literal('window'),
    from: timeOfDay,
    to: timeOfDay,
    overnight: z.boolean().optional(),
    on,
  }),
  z.strictObject({ until: z.literal('date'), date: dateSource, shift: shift.optional(), at: timeOfDay }),
  /** Left out, `since` is no time: what happened before the arrival does not count. */
  z.strictObject({ until: z.literal('event'), event: eventMatch, atMost: duration, since: duration.optional() }),
  z.strictObject({ until: z.literal('condition'), rule, atMost: duration }),
])

export type WaitData = z.infer<typeof waitData>
export type WaitKind = WaitData['until']
/** The data of one kind of wait. */
export type WaitFor<Kind extends WaitKind> = Extract<WaitData, { until: Kind }>

/** The name of the attribute or property that holds the date; empty while none is chosen. */
export const dateName = ({ date }: WaitFor<'date'>): string =>
  date.in === 'attribute' ? date.attribute : date.property
