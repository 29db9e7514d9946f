import type { Clock } from './clock.ts'
import { sql } from './database.ts'

/** The moved clock where there is one, else the database's. */
export async function clockFrom(moved: number | undefined): Promise<Clock> {
  if (moved !== undefined) return { now: moved, isMoved: true }
  const [row] = await sql<{ now: number }[]>`select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now`
  return { now: row?.now ?? 0, isMoved: false }
}

/** An instant as Postgres and JSON read it. */
export const toInstant = (at: number): string => new Date(at).toISOString()
