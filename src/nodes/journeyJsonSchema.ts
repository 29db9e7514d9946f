import { z } from 'zod'
import { duration } from '../engine/duration.ts'
import { journeySchema } from '../engine/journey.ts'
import { nodeTypes } from './index.ts'

const stepSchemas = Object.values(nodeTypes).map(({ type, data }) =>
  z.strictObject({ id: z.string().min(1).max(64), type: z.literal(type), data }),
)

/**
 * The journey document as JSON Schema, with the data of every registered type of step. It says less than the server
 * checks: how steps hang together is judged by `validate`, durations and locales by zod alone.
 */
export function journeyJsonSchema(): object {
  const document = journeySchema.extend({ nodes: z.array(z.union(stepSchemas)).max(2000) })
  const schema = z.toJSONSchema(document, {
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      if (zodSchema === duration) Object.assign(jsonSchema, { format: 'duration' })
    },
  })
  return { ...schema, title: 'Perennial journey', description: 'See docs/journey-format.md.' }
}
