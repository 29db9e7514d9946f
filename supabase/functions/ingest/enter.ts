import { z } from 'zod'
import { sql } from '../_shared/database.ts'
import { HttpError } from '../_shared/httpError.ts'
import { clockFrom } from '../_shared/now.ts'
import { readJson } from '../_shared/readJson.ts'
import type { Item } from './item.ts'
import type { Listener } from './listeners.ts'
import { retryConflicts } from './retryConflicts.ts'
import { caller } from './segmentCall.ts'
import { takeIn } from './takeIn.ts'
import { whyUnfit } from './whyUnfit.ts'

const MOST_BYTES = 64_000

const wanted = z
  .strictObject({
    journeyId: z.guid(),
    ...caller,
    /** What the journey may read of this entry, as it reads the properties of an event. */
    data: z.record(z.string(), z.unknown()).default({}),
  })
  .refine(({ userId, anonymousId }) => userId !== undefined || anonymousId !== undefined, {
    error: 'Either userId or anonymousId is needed.',
    path: ['userId'],
  })

interface Opened {
  workspaceId: string
  listeners: readonly Listener[]
  /** The moved clock, in epoch milliseconds. */
  moved: number | undefined
}

/** `/v1/enter`: lets a contact into a live journey by its API trigger, made known where they are not. Once per message id. */
export async function enter(request: Request, { workspaceId, listeners, moved }: Opened): Promise<Response> {
  const body = await readJson(request, wanted, MOST_BYTES)
  const unfit = whyUnfit(body)
  if (unfit) throw new HttpError(400, unfit.code, unfit.message)
  await requireDoor(workspaceId, listeners, body.journeyId)
  const { now } = await clockFrom(moved)
  const item: Item = {
    i: 0,
    type: 'signal',
    message_id: body.messageId ?? `perennial-${crypto.randomUUID()}`,
    user_id: body.userId,
    anonymous_id: body.anonymousId,
    name: '$api',
    properties: { ...body.data, journey: body.journeyId },
    at: now,
    is_old: false,
  }
  const accepted = await retryConflicts(() => takeIn(sql, workspaceId, { items: [item], listeners, now }))
  return Response.json({ success: true, accepted, duplicates: 1 - accepted })
}

async function requireDoor(workspaceId: string, listeners: readonly Listener[], journeyId: string) {
  const live = listeners.find(({ journey, isLive }) => isLive && journey === journeyId)
  if (live?.nodes.some(({ data }) => data.on === 'api')) return
  if (live) throw new HttpError(409, 'no_api_trigger', 'The journey has no trigger that lets contacts in by API.')
  const [found] = await sql`
    select status from public.journeys where workspace_id = ${workspaceId} and id = ${journeyId}`
  if (!found) throw new HttpError(404, 'no_such_journey', 'No such journey.')
  throw new HttpError(409, 'not_live', `Only a live journey lets contacts in; this one is ${found.status}.`)
}
