import { z } from 'zod'
import { timeOfDay } from './localTime.ts'

/** What a message is to frequency caps and quiet hours; one that is `urgent` goes out at any hour. */
export const capClasses = ['marketing', 'service', 'urgent'] as const
export const capClass = z.enum(capClasses)

/** Hours of the contact's day as `HH:MM`, over midnight where reversed. The end is exclusive. */
export const quietHours = z
  .strictObject({ from: timeOfDay, to: timeOfDay })
  .refine(({ from, to }) => from !== to, { error: 'emptyQuietHours' })
export type QuietHours = z.infer<typeof quietHours>

/** At most so many messages of a class to one contact within a rolling time: whole hours, days, weeks or months. */
export const cap = z.strictObject({
  capClass,
  most: z.int().min(1).max(100),
  per: z.string().regex(/^P(T[1-9]\d{0,2}H|[1-9]\d{0,2}[DWM])$/),
})
export type Cap = z.infer<typeof cap>

const topic = z.object({ byDefault: z.enum(['subscribed', 'unsubscribed']), doubleOptIn: z.boolean() })

/** The workspace's rules of sending as the database hands them out. */
export const sendingPolicy = z.object({
  quietHours: quietHours.nullish().transform((hours) => hours ?? undefined),
  caps: z.array(cap).max(20).default([]),
  topics: z.record(z.string(), topic).default({}),
})

/** The workspace's rules of sending, the same for all of its journeys. */
export interface SendingPolicy {
  /** Hours of the contact's day in which only messages of the class `urgent` go out. */
  quietHours?: QuietHours | undefined
  caps: readonly { capClass: string; most: number; per: string }[]
  /** How a contact who never said anything stands to a topic, and whether a subscription must be confirmed. */
  topics: Readonly<Record<string, { byDefault: 'subscribed' | 'unsubscribed'; doubleOptIn: boolean }>>
}

/** Nothing is held back. */
export const noPolicy: SendingPolicy = { caps: [], topics: {} }
