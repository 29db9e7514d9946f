import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folded, foldedSql } from '../../src/audience/folded.ts'
import type { Rule, Test } from '../../src/audience/rule.ts'
import { bothAnswers } from './bothAnswers.ts'
import { sql } from './database.ts'
import { type Audience, audience } from './randomAudience.ts'

const SEED = 20_261_122
const RUNS = 60

const title = `a rule has the same answer in memory and in Postgres, for ${RUNS * 50} rules of 8 contacts each, seed ${SEED}`
test(title, { timeout: 60_000 }, async () => {
  const counts = { yes: 0, no: 0 }
  await fc.assert(
    fc.asyncProperty(audience, async (drawn) => {
      const answers = await bothAnswers(drawn)
      for (const { inMemory } of answers) counts[inMemory ? 'yes' : 'no'] += 1
      const differing = answers
        .filter(({ inMemory, inSql }) => inMemory !== inSql)
        .map(({ contact, rule, ...both }) => ({ ...both, contact: drawn.contacts[contact], rule: drawn.rules[rule] }))
      expect(differing.slice(0, 3)).toEqual([])
    }),
    { seed: SEED, numRuns: RUNS, endOnFailure: true },
  )
  expect(Math.min(counts.yes, counts.no)).toBeGreaterThan(2000)
})

test('every character has the same lower case in JavaScript and in Postgres', async () => {
  const rows = await sql.unsafe(`select code, ${foldedSql('chr(code)')} as folded
    from generate_series(1, 1114111) code where code not between 55296 and 57343`)
  expect(rows.filter((row) => folded(String.fromCodePoint(row.code)) !== row.folded)).toEqual([])
})

const of = (attribute: string, test: Test): Rule => ({ if: 'attribute', attribute, test })
const nothing: Audience['contacts'][number]['standing'] = {
  memberOf: [],
  consents: [],
  isSuppressed: false,
  changedAt: [],
}
const contactWith = (attributes: string, events: Audience['contacts'][number]['events'] = []) => ({
  ...{ email: null, locale: null, time_zone: null, attributes, events, standing: nothing },
})

/** What once differed, or was feared to. */
test.each<[string, Rule, string, boolean]>([
  ['a value of the name __proto__ is never seen', of('__proto__', { op: 'exists' }), '{"__proto__":true}', false],
  [
    'the last hours of 9999 west of Greenwich lie in a year that Postgres writes differently',
    of('p', { op: 'before', value: '9999-12-31T23:59:59.999-14:00' }),
    '{"p":"9999-12-31"}',
    true,
  ],
  ['a dotted capital İ is i', of('p', { op: 'is', value: 'istanbul' }), '{"p":"İSTANBUL"}', true],
  ['a decomposed İ is i too', of('p', { op: 'is', value: 'i' }), '{"p":"I\u0307"}', true],
  ['ß is not ss', of('p', { op: 'is', value: 'STRASSE' }), '{"p":"Straße"}', false],
  ['a sigma at the end of a word is a sigma', of('p', { op: 'contains', value: 'ΟΔΟΣ' }), '{"p":"οδος 5"}', true],
  ['a per cent sign is no pattern', of('p', { op: 'contains', value: '%' }), '{"p":"5"}', false],
  [
    'a day its month does not have is no date',
    of('p', { op: 'after', value: '2020-01-01' }),
    '{"p":"2025-02-30"}',
    false,
  ],
  ['a line end after a date is no date', of('p', { op: 'after', value: '2020-01-01' }), '{"p":"2025-02-03\\n"}', false],
  ['digits of another script are no date', of('p', { op: 'after', value: '2020-01-01' }), '{"p":"٢٠٢٥-02-03"}', false],
  [
    'a day that began just so long ago counts',
    of('p', { op: 'withinLast', lasting: 'PT36H' }),
    '{"p":"2025-05-31"}',
    true,
  ],
  ['a day that began earlier does not', of('p', { op: 'withinLast', lasting: 'PT35H' }), '{"p":"2025-05-31"}', false],
  [
    'a day that begins in just so long counts',
    of('p', { op: 'withinNext', lasting: 'PT12H' }),
    '{"p":"2025-06-02"}',
    true,
  ],
  ['a day that begins later does not', of('p', { op: 'withinNext', lasting: 'PT11H' }), '{"p":"2025-06-02"}', false],
  ['the smallest number is more than 0', of('p', { op: 'moreThan', value: 0 }), '{"p":5e-324}', true],
])('%s', async (_name, rule, attributes, expected) => {
  const contacts = [contactWith(attributes)]
  const answers = await bothAnswers({
    contacts,
    rules: [rule],
    at: Date.parse('2025-06-01T12:00Z'),
    seen: 0,
    zone: 'UTC',
  })
  expect(answers).toEqual([{ contact: 0, rule: 0, inMemory: expected, inSql: expected }])
})

test('cents add up exactly, in any order', async () => {
  const at = Date.parse('2025-06-01T12:00Z')
  const events = [0.1, 0.2, 0.3, 19.99, 0.7].map((p, index) => ({
    name: 'paid',
    properties: `{"p":${p}}`,
    at: at - index,
  }))
  const rules = (['atLeast', 'atMost'] as const).map((op): Rule => {
    return { if: 'performed', event: { name: 'paid', where: [] }, sum: { property: 'p', op, value: 21.29 } }
  })
  const answers = await bothAnswers({ contacts: [contactWith('{}', events)], rules, at: at + 1, seen: 0, zone: 'UTC' })
  expect(answers.map(({ inMemory, inSql }) => [inMemory, inSql])).toEqual([
    [true, true],
    [true, true],
  ])
})
