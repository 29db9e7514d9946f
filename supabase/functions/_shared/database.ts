import process from 'node:process'
import postgres from 'postgres'
import { isLostDatabase } from './lostDatabase.ts'

/**
 * One small pool per function instance. No prepared statements, because hosted connections may go through a transaction
 * pooler. A bigint is read as a number while that is exact and as a bigint beyond, so that no count is ever rounded;
 * `numeric` and times stay text, as Postgres writes them. jsonb needs `sql.json(value)` on the way in.
 */
export const sql = postgres(process.env.SUPABASE_DB_URL ?? '', {
  prepare: false,
  max: 4,
  onnotice: () => undefined,
  types: {
    bigint: {
      to: 20,
      from: [20],
      serialize: (value: number | bigint) => value.toString(),
      parse: (text: string) => (Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text)),
    },
    time: {
      to: 1184,
      from: [1082, 1114, 1184],
      serialize: (value: Date | string) => new Date(value).toISOString(),
      parse: (text: string) => text,
    },
  },
})

// A connection that is lost while postgres.js reads the types of a database into it rejects a promise that nobody holds, which would
// end the whole process. The query it was opened for goes to the next one.
if ('Deno' in globalThis) {
  addEventListener('unhandledrejection', (event) => {
    if (isLostDatabase(event.reason)) event.preventDefault()
  })
}

/** The pool, or a transaction on one of its connections. */
export type Queryable = typeof sql | Transaction

type Transaction = postgres.TransactionSql<{ bigint: number | bigint; time: string }>

/**
 * Does all of it or nothing. Where the connection is lost meanwhile, the work is never heard of again and postgres.js rejects by
 * itself: it would otherwise write its `rollback` to a socket that is gone, and end the whole process
 * (https://github.com/porsager/postgres/issues/1208).
 */
export const transact = <Result>(work: (transaction: Transaction) => Promise<Result>) =>
  sql.begin((transaction) =>
    work(transaction).catch((error) => {
      if (isLostDatabase(error)) return new Promise<never>(() => undefined)
      throw error
    }),
  )
