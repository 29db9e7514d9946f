import { expect, test } from 'vitest'
import { faultOf } from './fault'

test.each([
  ['a fetch that never arrived', new TypeError('Failed to fetch'), 'network'],
  ['a refusal raised in SQL', { code: 'PT403', message: 'no' }, 'forbidden'],
  ['a refusal of row-level security', { code: '42501' }, 'forbidden'],
  ['a single row that is not there', { code: 'PGRST116' }, 'notFound'],
  ['an HTTP status', { status: 429 }, 'tooMany'],
  ['a duplicate', { code: '23505', status: 409 }, 'conflict'],
  ['something nobody thought of', { status: 503 }, 'unknown'],
  ['no error object at all', 'broken', 'unknown'],
])('tells what kind of failure it was: %s', (_what, error, fault) => {
  expect(faultOf(error)).toBe(fault)
})
