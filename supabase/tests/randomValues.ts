import fc from 'fast-check'
import type { Test, ValueTest } from '../../src/audience/rule.ts'
import { isWrittenDate, startOfDay } from '../../src/audience/writtenDate.ts'
import { isZone } from '../../src/engine/zone.ts'

type Scalar = string | number | boolean

/** Values, and tests that are likely to find them. */
export interface Flavour {
  value: fc.Arbitrary<unknown>
  valueTest: fc.Arbitrary<ValueTest>
  test: fc.Arbitrary<Test>
  number: fc.Arbitrary<number>
}

/** Letters whose case is hard, what another type would be written as, and what SQL or JSON could trip over. */
const letters = [
  'İ',
  'i',
  'I',
  'ı',
  'İstanbul',
  'istanbul',
  'Iı',
  'ß',
  'ẞ',
  'ss',
  'ΟΔΟΣ',
  'οδος',
  'οδοσ',
  'ΣΑΣ',
  'Σ',
  'Ș',
  'ș',
  'S\u0326',
  'Ş',
  'e\u0301',
  'É',
  '\uA7CB',
  '\u0264',
  'ǅ',
]
const traps = ['', 'a', '5', 'true', 'null', '[]', '%', '_', "o'k", '\\', '$1', '😀', '\u00a0', 'fr', 'FR-ca', 'frr']
const numbers = [
  0, 1, -1, 5, 0.1, 0.2, 0.3, 0.30000000000000004, 0.00005, -0.00005, 10, 19.99, 59.97, 1e21, -1e21, 1e-7,
  9999999999.99, 1e10, 1e300, 5e-324, 123456789.12345,
]
const odd = [
  '2023-02-29',
  '2025-02-30',
  '2025-02-30T12:00Z',
  '0999-01-01',
  '2025-13-01',
  '2025-04-31',
  '2025-3-30',
  '20250330',
  '2025-03-30T12:00',
  '2025-03-30 12:00Z',
  '2025-03-30T24:00Z',
  '2025-03-30T12:00:60Z',
  '2025-03-30T12:00+15:00',
  '2025-03-30t12:00z',
  '2025-03-30T12:00Z\n',
  '2025-03-30T12:00Z ',
  '２０２５-03-30',
]
const fixed = [
  '2024-02-28',
  '2024-02-29',
  '2000-02-29',
  '2025-02-28',
  '2025-03-01',
  '2025-03-30',
  '2025-10-26',
  '2025-03-09',
  '2011-12-29',
  '2011-12-30',
  '2011-12-31',
  '1999-12-31',
  '9999-12-31',
  '1000-01-01',
  '2024-02-29T23:30:00-05:00',
  '2025-03-30T03:30:00+02:00',
  '1000-01-01T00:00+14:00',
  '9999-12-31T23:59:59.999999999-14:00',
]

const text = fc.constantFrom(...letters, ...traps)
const number = fc.oneof(fc.constantFrom(...numbers), fc.constantFrom(0.1, 0.2, 0.3, 1, 5, 19.99))

/** Days and instants around a present: its day in every zone, their first instants, and as far off as rules look. */
function datesAround(at: number, zones: readonly string[]): string[] {
  const valid = zones.filter(isZone)
  const days = [-366, -365, -31, -30, -7, -1, 0, 1, 7, 28, 30, 365].map((by) => day(at + by * 86_400_000))
  const midnights = valid.flatMap((zone) => [day(at), day(at + 86_400_000)].map((each) => startOfDay(each, zone)))
  const near = [
    ...midnights,
    at,
    at - 3_600_000,
    at + 3_600_000,
    at - 86_400_000,
    at + 86_400_000,
    at - 7 * 86_400_000,
    at + 1,
    at - 1,
  ]
  const instants = near.flatMap((each) => [new Date(each).toISOString(), new Date(each - 1).toISOString()])
  return [
    ...days,
    ...instants,
    new Date(at).toISOString().replace('Z', '999Z'),
    new Date(at + 7_200_000).toISOString().replace('Z', '+02:00'),
  ]
}

const day = (at: number) => new Date(at).toISOString().slice(0, 10)

const lasting = fc.constantFrom('PT1H', 'PT24H', 'P1D', 'P7D', 'P1M', 'P1Y', 'PT0.001S', 'P4Y', 'P30D', 'P1M1DT1H')

function flavour(scalar: fc.Arbitrary<Scalar>, dates: string[], kinds: { lists: number; dates: number }): Flavour {
  const list = fc.array(fc.oneof(scalar, scalar, fc.constantFrom(null, [], {})), { maxLength: 3 })
  const value = fc.oneof(
    { weight: 10, arbitrary: scalar },
    { weight: 1, arbitrary: fc.constantFrom(null, {}, '', true, 5, '5') },
    { weight: kinds.lists, arbitrary: list },
  )
  const filled = scalar.map((each) => (typeof each === 'string' ? each : '') || 'i')
  const valueTest: fc.Arbitrary<ValueTest> = fc.oneof(
    fc.record({ op: fc.constantFrom('is' as const, 'isNot' as const), value: scalar }),
    fc.record({ op: fc.constant('in' as const), values: fc.array(scalar, { maxLength: 4 }) }),
    fc.record({ op: fc.constantFrom('contains' as const, 'startsWith' as const), value: filled }),
    fc.record({
      op: fc.constantFrom('moreThan' as const, 'atLeast' as const, 'lessThan' as const, 'atMost' as const),
      value: number,
    }),
    fc.record({ op: fc.constantFrom('exists' as const, 'isMissing' as const) }),
  )
  const date = fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...dates.filter(isWrittenDate)) },
    { weight: 1, arbitrary: fc.constant('') },
  )
  const dateTest: fc.Arbitrary<Test> = fc.oneof(
    fc.record({ op: fc.constantFrom('before' as const, 'after' as const), value: date }),
    fc.record({ op: fc.constantFrom('withinLast' as const, 'withinNext' as const), lasting }),
    fc.record({ op: fc.constant('anniversary' as const) }),
  )
  const test = fc.oneof({ weight: 5, arbitrary: valueTest }, { weight: kinds.dates, arbitrary: dateTest })
  return { value, valueTest, test, number }
}

/** Audiences of texts, of numbers, of dates (most), of lists, and of all of them. */
export function flavours(at: number, zones: readonly string[]): Flavour[] {
  const dates = [...datesAround(at, zones), ...fixed]
  const written = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...dates) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  )
  const few = fc.constantFrom('İ', 'i', 'Σ', 'ς', 'ß', 'a', 5, true)
  const mixed = fc.oneof(text, number, fc.boolean(), written, fc.constantFrom(...zones))
  return [
    flavour(text, dates, { lists: 1, dates: 1 }),
    flavour(number, dates, { lists: 1, dates: 1 }),
    flavour(written, dates, { lists: 1, dates: 20 }),
    flavour(written, dates, { lists: 1, dates: 20 }),
    flavour(few, dates, { lists: 10, dates: 1 }),
    flavour(mixed, dates, { lists: 2, dates: 5 }),
  ]
}
