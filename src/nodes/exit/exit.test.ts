import { expect, test } from 'vitest'
import { clockMoment } from '../../engine/moment.ts'
import { factsOf } from '../../testing/factsOf.ts'
import { exit } from './exit.ts'

test.each([
  ['', 'exit'],
  ['bought again', 'bought again'],
])('ends with the reason %j as %j', (reason, because) => {
  const at = clockMoment(0)
  expect(
    exit.visit({ data: { reason }, nodeId: 'n', facts: factsOf(), arrived: at, moment: at, zone: 'UTC', chance: 0 }),
  ).toEqual({
    do: 'end',
    because,
  })
})
