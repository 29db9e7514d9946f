import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folded, foldedSql } from '../../src/audience/folded.ts'
import { bothAnswers } from './bothAnswers.ts'
import { sql } from './database.ts'
import { audience } from './randomAudience.ts'

const SEED = 20_261_122
const RUNS = 60

test(`a rule has the same answer in memory and in Postgres, for ${RUNS * 50} rules and ${RUNS * 400} pairs of a rule and a contact, seed ${SEED}`, async () => {
  const counts = { yes: 0, no: 0 }
  await fc.assert(
    fc.asyncProperty(audience, async (drawn) => {
      const answers = await bothAnswers(drawn)
      for (const { inMemory } of answers) counts[inMemory ? 'yes' : 'no'] += 1
      const differing = answers.filter(({ inMemory, inSql }) => inMemory !== inSql)
      const told = differing.map(({ contact, rule, ...both }) => ({
        ...both,
        contact: drawn.contacts[contact],
        rule: drawn.rules[rule],
      }))
      expect(JSON.stringify(told.slice(0, 3), null, 1)).toBe('[]')
    }),
    { seed: SEED, numRuns: RUNS, endOnFailure: true },
  )
  expect(Math.min(counts.yes, counts.no)).toBeGreaterThan(2000)
}, 60_000)

test('every character has the same lower case in JavaScript and in Postgres', async () => {
  const rows = await sql.unsafe(`select code, ${foldedSql('chr(code)')} as folded
    from generate_series(1, 1114111) code where code not between 55296 and 57343`)
  expect(rows.filter((row) => folded(String.fromCodePoint(row.code)) !== row.folded)).toEqual([])
})
