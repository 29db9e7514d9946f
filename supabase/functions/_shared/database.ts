import process from 'node:process'
import postgres from 'postgres'

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

/** The pool, or a transaction on one of its connections. */
export type Queryable = typeof sql | postgres.TransactionSql<{ bigint: number | bigint; time: string }>
