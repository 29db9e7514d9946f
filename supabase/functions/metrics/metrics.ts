import { z } from 'zod'
import { sql } from '../_shared/database.ts'
import { HttpError } from '../_shared/httpError.ts'
import { asPrometheus } from './asPrometheus.ts'

const rows = z.array(z.object({ name: z.string(), labels: z.record(z.string(), z.string()), value: z.number() }))

/** How the worker gets on, over all workspaces, for Prometheus to read. Knows no workspace, journey or contact by name. */
export async function metrics(request: Request): Promise<Response> {
  if (request.method !== 'GET') throw new HttpError(405, 'method_not_allowed', 'Ask with GET.')
  const found = rows.parse(await sql`select name, labels, value from private.metrics(clock_timestamp())`)
  return new Response(asPrometheus(found), { headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' } })
}
