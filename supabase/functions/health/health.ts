import { sql } from '../_shared/database.ts'
import { whyNoSecrets } from '../_shared/secretBox.ts'

/** Answers whether the parts work together; `warnings` says what this installation cannot do, for its operator. */
export async function health(): Promise<Response> {
  await sql`select 1`
  const warning = whyNoSecrets()
  return Response.json({ ok: true, database: true, ...(warning !== undefined && { warnings: [warning] }) })
}
