import { expect, test } from 'vitest'
import type { CountRow } from '@/data/journeyNumbers'
import { tally } from './tally'

const row = (node_id: string, metric: string, count: number, rest: Partial<CountRow> = {}): CountRow => ({
  version: 1,
  node_id,
  metric,
  detail: '',
  locale: 'en',
  count,
  value: 0,
  ...rest,
})
const all = { version: 1, locale: undefined, localeOf: (raw: string) => raw }

test('who arrived and neither left nor ended is still in the step', () => {
  const rows = [
    row('wait', 'arrived', 10),
    row('wait', 'left', 4, { detail: 'next' }),
    row('wait', 'ended', 1, { detail: 'goal' }),
  ]
  expect(tally(rows, all).byNode.get('wait')).toMatchObject({
    arrived: 10,
    inStep: 5,
    left: { next: 4 },
    ended: { goal: 1 },
  })
})

test('whoever enters by a trigger has come to it', () => {
  expect(
    tally([row('in', 'entered', 7), row('in', 'left', 7, { detail: 'next' })], all).byNode.get('in'),
  ).toMatchObject({
    arrived: 7,
    inStep: 0,
  })
})

test('only the wanted version and locale count, and a contact counts under the locale of the workspace', () => {
  const rows = [
    row('in', 'entered', 3, { locale: 'ro-MD' }),
    row('in', 'entered', 5),
    row('in', 'entered', 9, { version: 2, locale: 'ro' }),
    row('', 'converted', 2, { locale: 'ro', value: 40 }),
  ]
  const localeOf = (raw: string) => raw.split('-')[0] ?? null
  expect(tally(rows, { version: 1, locale: 'ro', localeOf })).toMatchObject({ entered: 3, converted: 2, value: 40 })
})
