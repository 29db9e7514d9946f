import { z } from 'zod'

const column = z.union([
  z.strictObject({ column: z.string(), as: z.enum(['text', 'number']).default('text') }),
  z.strictObject({ value: z.union([z.string(), z.number()]) }),
])

/** How the columns of a CSV file become events: one event per row, one contact per user id. */
export const mapping = z.strictObject({
  event: z.string().min(1),
  userId: z.string(),
  /** A column of ISO dates or instants; a date is midnight UTC. */
  timestamp: z.string(),
  properties: z.record(z.string(), column).default({}),
  /** Traits sent once, before a contact's first event; `{userId}` is filled in. */
  traits: z.record(z.string(), z.string()).default({}),
})
export type Mapping = z.infer<typeof mapping>

/** The columns of the public CDNOW order file. */
export const ordersMapping: Mapping = mapping.parse({
  event: 'Order Completed',
  userId: 'customer_id',
  timestamp: 'date',
  properties: {
    total: { column: 'dollar_value', as: 'number' },
    currency: { value: 'USD' },
    quantity: { column: 'number_of_cds', as: 'number' },
  },
  traits: { email: 'customer-{userId}@orders.example' },
})
