import { z } from 'zod'
import { eventMatch, valueTest } from '../../audience/rule.ts'
import { isWrittenDate } from '../../audience/writtenDate.ts'
import { duration } from '../../engine/duration.ts'
import { timeOfDay } from '../../engine/localTime.ts'

/** A segment or list; the empty text is not chosen yet. */
const segment = z.union([z.literal(''), z.guid()])

/** A property whose every value may run side by side, such as an appointment's number. */
const key = z.string().min(1).max(255).optional()

/** A local date and time, to the minute; the empty text is not given yet. */
const localStart = z
  .string()
  .regex(/^([1-9]\d{3}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d)?$/)
  .refine((text) => text === '' || isWrittenDate(text.slice(0, 10)), { error: 'date' })

/** What lets contacts in. Every kind but `event` hears a signal of its own; `admits` says which. */
export const triggerData = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('event'), event: eventMatch, key }),
  /** With `includePresent`, publishing lets those in too who are in the segment already. */
  z.strictObject({ on: z.literal('segmentEntered'), segment, includePresent: z.boolean() }),
  z.strictObject({ on: z.literal('segmentLeft'), segment }),
  z.strictObject({
    on: z.literal('attribute'),
    attribute: z.string().max(255),
    from: valueTest.optional(),
    to: valueTest.optional(),
  }),
  z.strictObject({
    on: z.literal('date'),
    attribute: z.string().max(255),
    /** Every year after the date, and not on the date itself. */
    anniversary: z.boolean(),
    at: timeOfDay,
    shift: z.strictObject({ direction: z.enum(['before', 'after']), by: duration }).optional(),
  }),
  /** `repeat` is an RRULE of RFC 5545; once where it is left out. Everybody where `segment` is left out. */
  z.strictObject({
    on: z.literal('schedule'),
    start: localStart,
    repeat: z.string().max(500).optional(),
    zone: z.enum(['workspace', 'contact']),
    segment: segment.optional(),
  }),
  z.strictObject({ on: z.literal('api'), key }),
  z.strictObject({ on: z.literal('manual') }),
])

export type TriggerData = z.infer<typeof triggerData>
export type TriggerKind = TriggerData['on']
/** The data of one kind of trigger. */
export type TriggerOn<Kind extends TriggerKind> = Extract<TriggerData, { on: Kind }>
export type Schedule = TriggerOn<'schedule'>
