import postgres from 'postgres'
import { afterAll, inject } from 'vitest'

/** What runs one statement: the pool, or one transaction of it. */
export type Runner = postgres.Sql | postgres.TransactionSql

const connections: postgres.Sql[] = []

/** A pool of its own as the database's owner, the way the edge functions connect; bigints are read as numbers. */
export function connect(max = 4, url = inject('databaseUrl')): postgres.Sql<{ bigint: number }> {
  const connection = postgres(url, { max, onnotice: () => undefined, types: { bigint } })
  connections.push(connection)
  return connection
}

const bigint = { to: 20, from: [20], serialize: String, parse: Number }

export const sql = connect()

afterAll(() => Promise.all(connections.map((connection) => connection.end())))
