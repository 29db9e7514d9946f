import { afterAll, beforeAll } from 'vitest'
import { connect } from './database.ts'

/**
 * For a file of tests that claim enrollments: a claim takes whatever is due in the whole database, so that only one such
 * file may be at work at a time. What they claim is due long before anything in other files.
 */
export function claimAlone() {
  const connection = connect(1)
  beforeAll(() => connection`select pg_advisory_lock(hashtext('claims'))`, 60_000)
  afterAll(() => connection`select pg_advisory_unlock_all()`)
}
