import type postgres from 'postgres'
import { sql } from './database.ts'

/** Who asks: a user's id, or null for somebody who has not signed in. */
export type Caller = string | null

/** Runs `work` in one transaction with the role and the claims that a request of this caller would have. */
export function asUser<T>(caller: Caller, work: (transaction: postgres.TransactionSql) => Promise<T>) {
  return sql.begin(async (transaction) => {
    await become(transaction, caller)
    return work(transaction)
  })
}

export async function become(transaction: postgres.TransactionSql, caller: Caller) {
  const role = caller ? 'authenticated' : 'anon'
  const claims = caller ? JSON.stringify({ sub: caller, role, aud: 'authenticated' }) : ''
  await transaction`select set_config('request.jwt.claims', ${claims}, true),
    set_config('request.jwt.claim.sub', ${caller ?? ''}, true),
    set_config('request.jwt.claim.role', ${role}, true),
    set_config('role', ${role}, true)`
}
