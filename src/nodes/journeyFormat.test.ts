import { expect, test } from 'vitest'
import text from '../../docs/journey-format.md?raw'
import { journeySchema } from '../engine/journey.ts'
import { validate } from '../engine/validate.ts'
import { nodeTypes } from './index.ts'

const example = /^```json\n(.*?)^```$/ms.exec(text)?.[1] ?? ''

test('the example of docs/journey-format.md is a journey that may be published', () => {
  const journey = journeySchema.parse(JSON.parse(example))
  const problems = validate(journey, nodeTypes, { locales: ['en'], sourceLocale: 'en' })
  expect(problems.filter(({ severity }) => severity === 'blocks')).toEqual([])
})

test('docs/journey-format.md names every type of step', () => {
  for (const type of Object.keys(nodeTypes)) expect(text).toContain(`| \`${type}\` |`)
})
