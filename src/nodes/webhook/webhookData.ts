import { z } from 'zod'

/** Where a value of the answer goes: a path such as `data.code` or `items.0.id`, and the attribute that takes it. */
const mapping = z.strictObject({ path: z.string().max(200), attribute: z.string().max(200) })

/** One request over HTTP. Liquid is filled in in the path and query of the URL, in the values of headers and in the body. */
export const webhookData = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  url: z.string().max(2000),
  headers: z.array(z.strictObject({ name: z.string().max(100), value: z.string().max(2000) })).max(20),
  /** An empty JSON body is one that tells of the contact and the entry event. */
  body: z.strictObject({ as: z.enum(['json', 'text']), template: z.string().max(50_000) }),
  answer: z.array(mapping).max(20),
  /** How often it is tried again after a failure that may pass. */
  retries: z.int().min(0).max(8),
  /** How long one try may take. */
  seconds: z.int().min(1).max(30),
})
export type WebhookData = z.infer<typeof webhookData>

/** Requests of these methods carry no body. */
export const hasBody = ({ method }: Pick<WebhookData, 'method'>): boolean => method !== 'GET' && method !== 'DELETE'
