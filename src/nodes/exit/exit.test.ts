import { expect, test } from 'vitest'
import { visitOf } from '../../testing/visitOf.ts'
import { exit } from './exit.ts'

test.each([
  ['', 'exit'],
  ['bought again', 'bought again'],
])('ends with the reason %j as %j', (reason, because) => {
  expect(exit.visit(visitOf({ reason }))).toEqual({
    do: 'end',
    because,
  })
})
