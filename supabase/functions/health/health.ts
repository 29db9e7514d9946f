import { sql } from '../_shared/database.ts'

export async function health(): Promise<Response> {
  await sql`select 1`
  return Response.json({ ok: true, database: true })
}
