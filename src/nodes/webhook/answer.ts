import { z } from 'zod'
import type { Change } from '../../engine/effect.ts'
import type { WebhookData } from './webhookData.ts'

/** What `$webhook_answered` carries, which tells a step how its request ended; `body` holds the values that the step takes, by their paths. */
const answered = z.object({
  enrollment: z.coerce.string(),
  node: z.string(),
  ok: z.boolean(),
  because: z.string().optional(),
  body: z.record(z.string(), z.unknown()).default({}),
})
export type Answered = z.infer<typeof answered>

/** What an answer to a step of an enrollment says; nothing where an event is none. */
export function readAnswer(
  properties: unknown,
  { enrollmentId, nodeId }: { enrollmentId: string; nodeId: string },
): Answered | undefined {
  const { data } = answered.safeParse(properties)
  return data?.enrollment === enrollmentId && data.node === nodeId ? data : undefined
}

const scalar = z.union([z.string().max(2000), z.number(), z.boolean()])
const attributeValue = z.union([scalar, z.array(scalar).max(100)])

/** The values that an answer holds at the wanted paths, by path: texts, numbers, yes or no, and lists of those. */
export function valuesAt(answer: unknown, wanted: WebhookData['answer']): Record<string, unknown> {
  return Object.fromEntries(
    wanted.flatMap(({ path }) => {
      const { success, data } = attributeValue.safeParse(path.split('.').reduce(step, answer))
      return success ? [[path, data]] : []
    }),
  )
}

const container = z.record(z.string(), z.unknown()).or(z.array(z.unknown()))

function step(holder: unknown, key: string): unknown {
  const { data } = container.safeParse(holder)
  return data && Object.hasOwn(data, key) ? Object.entries(data).find(([name]) => name === key)?.[1] : undefined
}

/** The attributes that an answer sets; a value that is not there changes nothing. */
export const changesOf = ({ body }: Answered, wanted: WebhookData['answer']): Change[] =>
  wanted.flatMap(({ path, attribute }) => {
    const { success, data } = attributeValue.safeParse(Object.hasOwn(body, path) ? body[path] : undefined)
    return success ? [{ set: attribute, value: data }] : []
  })
