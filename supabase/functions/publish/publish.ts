import { z } from 'zod'
import { type Journey, journeySchema } from '../../../src/engine/journey.ts'
import type { CheckContext } from '../../../src/engine/nodeType.ts'
import { sendingPolicy } from '../../../src/engine/policy.ts'
import { mayPublish, validate } from '../../../src/engine/validate.ts'
import { firstZone } from '../../../src/engine/zone.ts'
import { nodeTypes } from '../../../src/nodes/index.ts'
import { sql, transact } from '../_shared/database.ts'
import type { Context } from '../_shared/handle.ts'
import { HttpError } from '../_shared/httpError.ts'
import { clockFrom, toInstant } from '../_shared/now.ts'
import { readJson } from '../_shared/readJson.ts'
import { requireRole } from '../_shared/requireRole.ts'
import { plansOf } from './plansOf.ts'

const wanted = z.strictObject({ workspaceId: z.uuid(), journeyId: z.uuid(), revision: z.int() })

const stored = z.object({
  draft: z.unknown(),
  revision: z.int(),
  source_locale: z.string(),
  time_zone: z.string(),
  locales: z.array(z.string()),
  policy: sendingPolicy,
})

/**
 * Makes the draft the live version, after checking it with the very code the editor checks with. Answers `{ version }`;
 * 409 where the draft is not the revision the caller saw, 422 with the problems where it must not go live.
 */
export async function publish(request: Request, { auth }: Context): Promise<Response> {
  const { workspaceId, journeyId, revision } = await readJson(request, wanted)
  await requireRole(auth.userClaims?.id, workspaceId, 'editor')
  const [row] = await sql`
    select journey.draft, journey.revision, tenant.source_locale, tenant.time_zone,
      array(select locale from public.workspace_locales spoken where spoken.workspace_id = tenant.id order by position) as locales,
      private.sending_policy(tenant.id) as policy
    from public.journeys journey join public.workspaces tenant on tenant.id = journey.workspace_id
    where journey.workspace_id = ${workspaceId} and journey.id = ${journeyId}`
  if (!row) throw new HttpError(404, 'no_such_journey', 'No such journey.')
  const { draft, locales, policy, ...found } = stored.parse(row)
  if (found.revision !== revision)
    throw new HttpError(409, 'stale_revision', 'The draft was changed meanwhile.', { revision: found.revision })

  const { quietHours } = policy
  const topics = Object.keys(policy.topics)
  const journey = requireValid(draft, { locales, sourceLocale: found.source_locale, topics, quietHours })
  // Asked beforehand: within the transaction it would take a second connection, and many who publish at once would run out of them.
  const { now } = await clockFrom(undefined)
  const version = await transact(async (transaction) => {
    const [published] = await transaction`
      select private.publish(${workspaceId}, ${journeyId}, ${revision}, ${auth.userClaims?.id ?? null}, now()) as version`
    const version = z.int().parse(published?.version)
    const { plans, calls } = plansOf(journey, { journeyId, version, now, zone: firstZone(found.time_zone) })
    await transaction`select private.plan_triggers(${workspaceId}, ${journeyId}, ${toInstant(now)},
      ${JSON.stringify(plans)}::text::jsonb, ${JSON.stringify(calls)}::text::jsonb)`
    return version
  })
  return Response.json({ version })
}

function requireValid(draft: unknown, context: CheckContext): Journey {
  const journey = journeySchema.safeParse(draft)
  if (!journey.success)
    throw new HttpError(422, 'invalid_journey', 'The document is not a journey.', { issues: journey.error.issues })
  const problems = validate(journey.data, nodeTypes, context)
  if (!mayPublish(problems))
    throw new HttpError(422, 'invalid_journey', 'The journey has problems that keep it from being published.', {
      problems,
    })
  return journey.data
}
