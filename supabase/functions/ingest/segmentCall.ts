import { z } from 'zod'

const key = z.union([z.string(), z.number()]).transform(String).pipe(z.string().min(1).max(255))
const optionalKey = key.nullish().transform((value) => value ?? undefined)
const bag = z.record(z.string(), z.unknown())
const instant = z.iso.datetime({ offset: true })

/** Who a call is about, and the id under which it is taken in once. */
export const caller = { messageId: optionalKey, userId: optionalKey, anonymousId: optionalKey }

const common = {
  ...caller,
  timestamp: instant.optional(),
  originalTimestamp: instant.optional(),
  sentAt: instant.optional(),
  context: z.object({ locale: z.string().optional(), timezone: z.string().optional() }).optional().catch(undefined),
}

/** One call of the Segment HTTP tracking spec (segment.com/docs/connections/sources/catalog/libraries/server/http-api). */
export const segmentCall = z
  .discriminatedUnion('type', [
    z.object({ ...common, type: z.literal('track'), event: z.string().min(1).max(255), properties: bag.nullish() }),
    z.object({ ...common, type: z.literal('identify'), traits: bag.nullish() }),
    z.object({ ...common, type: z.literal('page'), name: z.string().nullish(), properties: bag.nullish() }),
    z.object({ ...common, type: z.literal('screen'), name: z.string().nullish(), properties: bag.nullish() }),
    z.object({ ...common, type: z.literal('group'), groupId: key, traits: bag.nullish() }),
    z.object({ ...common, type: z.literal('alias'), previousId: key, userId: key }),
  ])
  .refine((call) => call.userId !== undefined || call.anonymousId !== undefined, {
    error: 'Either userId or anonymousId is needed.',
    path: ['userId'],
  })

export type SegmentCall = z.infer<typeof segmentCall>

/** The body of `/v1/batch`; its calls are judged one by one. */
export const segmentBatch = z.object({ batch: z.array(z.unknown()), sentAt: instant.optional() })
