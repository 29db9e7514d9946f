import { z } from 'zod'
import { movedClock } from '../_shared/clock.ts'
import { sql } from '../_shared/database.ts'
import type { Context } from '../_shared/handle.ts'
import { HttpError } from '../_shared/httpError.ts'
import { clockFrom } from '../_shared/now.ts'
import { readJson } from '../_shared/readJson.ts'
import { enter } from './enter.ts'
import { judge } from './judge.ts'
import { openWriteKey } from './openWriteKey.ts'
import { retryConflicts } from './retryConflicts.ts'
import { segmentBatch } from './segmentCall.ts'
import { takeIn } from './takeIn.ts'
import { writeKeyOf } from './writeKeyOf.ts'

const MOST_BYTES = 4_000_000
const MOST_CALLS = 2_500

/**
 * The Segment HTTP tracking API: `/v1/batch`, and `/v1/<type>` for a single call. Answers what became of each call. Beside it
 * `/v1/enter`, which lets a contact into a journey.
 */
export async function ingest(request: Request, { path, auth }: Context): Promise<Response> {
  const endpoint = /^\/v1\/(batch|b|import|track|t|identify|i|page|p|screen|s|group|g|alias|a|enter)\/?$/.exec(
    path,
  )?.[1]
  if (!endpoint)
    throw new HttpError(404, 'unknown_endpoint', 'Send to /v1/batch, or to /v1/track, /v1/identify and so on.')
  if (request.method !== 'POST') throw new HttpError(405, 'post_only', 'Send events with POST.')
  const moved = movedClock(request, { isSecret: auth.authMode === 'secret' })
  const { workspaceId, listeners } = await openWriteKey(writeKeyOf(request))
  if (endpoint === 'enter') return enter(request, { workspaceId, listeners, moved })
  const { calls, sentAt } = await readCalls(request, endpoint)
  const judged = judge(calls, { clock: await clockFrom(moved), sentAt })

  const isSingle = !/^(batch|b|import)$/.test(endpoint)
  const [first] = judged.rejected
  if (first && (isSingle || judged.items.length === 0))
    throw new HttpError(400, first.code, first.message, { rejected: judged.rejected })
  const accepted = await retryConflicts(() => takeIn(sql, workspaceId, { ...judged, listeners }))
  return Response.json({
    success: true,
    accepted,
    duplicates: judged.items.length - accepted,
    rejected: judged.rejected,
    warnings: judged.warnings,
  })
}

const types: Record<string, string> = { t: 'track', i: 'identify', p: 'page', s: 'screen', g: 'group', a: 'alias' }

async function readCalls(
  request: Request,
  endpoint: string,
): Promise<{ calls: unknown[]; sentAt: string | undefined }> {
  if (/^(batch|b|import)$/.test(endpoint)) {
    const { batch, sentAt } = await readJson(request, segmentBatch, MOST_BYTES)
    if (batch.length > MOST_CALLS)
      throw new HttpError(413, 'too_many_calls', `A batch takes ${MOST_CALLS} calls; this one has ${batch.length}.`)
    return { calls: batch, sentAt }
  }
  const call = await readJson(request, z.record(z.string(), z.unknown()), MOST_BYTES)
  return { calls: [{ ...call, type: types[endpoint] ?? endpoint }], sentAt: undefined }
}
