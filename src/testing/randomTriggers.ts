import fc from 'fast-check'

const segment = fc.constantFrom('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002')
const test = fc.constantFrom(
  undefined,
  { op: 'is', value: 'pro' },
  { op: 'isNot', value: 'pro' },
  { op: 'exists' },
  { op: 'isMissing' },
  { op: 'in', values: ['free', 'pro'] },
  { op: 'moreThan', value: 3 },
)
const key = fc.constantFrom(undefined, undefined, 'x')
const shift = fc.option(
  fc.record({ direction: fc.constantFrom('before', 'after'), by: fc.constantFrom('P1D', 'P2W', 'P1M') }),
  { nil: undefined },
)
const repeat = fc.constantFrom(
  undefined,
  'FREQ=DAILY',
  'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  'FREQ=MONTHLY;BYMONTHDAY=-1',
  'FREQ=MONTHLY;BYDAY=1MO',
)

/** Publishable data of a trigger of any kind. */
export const randomTrigger: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  fc.record({ on: fc.constant('event'), event: fc.constant({ name: 'entered', where: [] }), key }),
  fc.record({ on: fc.constant('segmentEntered'), segment, includePresent: fc.boolean() }),
  fc.record({ on: fc.constant('segmentLeft'), segment }),
  fc.record({ on: fc.constant('attribute'), attribute: fc.constantFrom('plan', 'size'), from: test, to: test }),
  fc.record({
    on: fc.constant('date'),
    attribute: fc.constantFrom('due', 'born'),
    anniversary: fc.boolean(),
    at: fc.constantFrom('00:00', '02:30', '09:00'),
    shift,
  }),
  fc.record({
    on: fc.constant('schedule'),
    start: fc.constantFrom('2026-01-01T09:00', '2027-03-28T02:30'),
    repeat,
    zone: fc.constantFrom('workspace', 'contact'),
    segment: fc.option(segment, { nil: undefined }),
  }),
  fc.record({ on: fc.constant('api'), key }),
  fc.constant({ on: 'manual' }),
)
