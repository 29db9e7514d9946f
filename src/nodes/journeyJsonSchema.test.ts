import { expect, test } from 'vitest'
import { journeyJsonSchema } from './journeyJsonSchema.ts'

test('the published JSON Schema is current; "npm run schema" writes it anew', async () => {
  const text = `${JSON.stringify(journeyJsonSchema(), null, 2)}\n`
  await expect(text).toMatchFileSnapshot('../../public/journey.schema.json')
})
