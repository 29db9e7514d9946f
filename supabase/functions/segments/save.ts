import { z } from 'zod'
import { segmentReads } from '../../../src/audience/segmentRule.ts'
import { sql } from '../_shared/database.ts'
import { readJson } from '../_shared/readJson.ts'
import { requireRole } from '../_shared/requireRole.ts'
import { segmentRuleOf } from './segmentRuleOf.ts'

const wanted = z.strictObject({
  workspaceId: z.uuid(),
  segment: z.strictObject({ id: z.uuid(), revision: z.int() }).optional(),
  name: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .refine((name) => !name.includes('\0')),
  rule: z.unknown(),
})

/**
 * Saves a segment with its rule, or makes one where none is named. Answers `{ id, revision }`; 409 where it is not the
 * revision the caller saw, 422 where the rule cannot be a segment's.
 */
export async function save(request: Request, userId: string | undefined): Promise<Response> {
  const { workspaceId, segment, name, rule: raw } = await readJson(request, wanted)
  await requireRole(userId, workspaceId, 'editor')
  const rule = segmentRuleOf(raw)
  const [saved] = await sql`
    select id, revision from private.save_segment(${workspaceId}, ${segment?.id ?? null}, ${name},
      ${JSON.stringify(rule)}::text::jsonb, ${JSON.stringify(segmentReads(rule))}::text::jsonb, ${segment?.revision ?? null})`
  return Response.json({ id: saved?.id, revision: saved?.revision })
}
