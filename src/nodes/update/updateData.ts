import { z } from 'zod'
import { lifecycleStages } from '../../audience/rule.ts'

const text = z.string().max(1000)
const attribute = z.string().max(200)

/** What an attribute is set to. An empty name, text or number is not given yet. */
const attributeValue = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('text'), value: text }),
  z.strictObject({ is: z.literal('number'), value: z.number().nullable() }),
  z.strictObject({ is: z.literal('yesNo'), value: z.boolean() }),
  /** A day as `2026-03-29`, or with its time as RFC 3339 writes it. */
  z.strictObject({ is: z.literal('date'), value: text }),
  z.strictObject({ is: z.literal('entryEvent'), property: z.string().max(200) }),
])
export type AttributeValue = z.infer<typeof attributeValue>

/** One change of the contact. Lists are segments without a rule, by their id. */
const wantedChange = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('set'), attribute, value: attributeValue }),
  z.strictObject({ do: z.literal('unset'), attribute }),
  z.strictObject({ do: z.literal('add'), attribute, by: z.number().nullable() }),
  z.strictObject({ do: z.literal('stage'), stage: z.enum(lifecycleStages) }),
  z.strictObject({ do: z.enum(['join', 'leave']), list: z.union([z.literal(''), z.guid()]) }),
  z.strictObject({ do: z.enum(['subscribe', 'unsubscribe']), channel: z.literal('email'), topic: z.string().max(100) }),
])
export type WantedChange = z.infer<typeof wantedChange>
export type ChangeKind = WantedChange['do']

/** The changes of an update, made in their order. */
export const updateData = z.strictObject({ changes: z.array(wantedChange).max(30) })
export type UpdateData = z.infer<typeof updateData>
