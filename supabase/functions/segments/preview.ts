import { z } from 'zod'
import { type SqlCondition, toSql } from '../../../src/audience/toSql.ts'
import { firstZone } from '../../../src/engine/zone.ts'
import { sql, transact } from '../_shared/database.ts'
import { clockFrom } from '../_shared/now.ts'
import { readJson } from '../_shared/readJson.ts'
import { requireRole } from '../_shared/requireRole.ts'
import { segmentRuleOf } from './segmentRuleOf.ts'

const wanted = z.strictObject({ workspaceId: z.uuid(), rule: z.unknown() })

/** Everybody is counted where that takes no longer than this; else only some of the newest. */
const PATIENCE_MS = 1_500
const SOME = 5_000

/**
 * How many contacts a rule holds for now. Answers `{ count, among }`: among all of them, or where that would take too long
 * among so many of the newest.
 */
export async function preview(request: Request, userId: string | undefined): Promise<Response> {
  const { workspaceId, rule: raw } = await readJson(request, wanted)
  await requireRole(userId, workspaceId, 'viewer')
  const rule = segmentRuleOf(raw)
  const [tenant] = await sql`
    select tenant.time_zone, array(
      select distinct newest.time_zone from (
        select contact.time_zone from public.contacts contact where contact.workspace_id = tenant.id
        order by contact.id desc limit 100000
      ) newest where newest.time_zone is not null) as zones
    from public.workspaces tenant where tenant.id = ${workspaceId}`
  const { time_zone, zones } = z.object({ time_zone: z.string(), zones: z.array(z.string()) }).parse(tenant)
  const { now } = await clockFrom(undefined)
  const condition = toSql(rule, {
    moment: { at: now, seq: Number.MAX_SAFE_INTEGER },
    zone: firstZone(time_zone),
    zones,
    contact: 'contact',
    before: 1,
  })
  const all = await countAll(workspaceId, condition)
  return Response.json(
    all === undefined ? { count: await countSome(workspaceId, condition), among: SOME } : { count: all, among: 'all' },
  )
}

const tookTooLong = z.object({ code: z.literal('57014') })

async function countAll(workspaceId: string, { text, values }: SqlCondition): Promise<number | undefined> {
  try {
    return await transact(async (transaction) => {
      await transaction`select set_config('statement_timeout', ${String(PATIENCE_MS)}, true)`
      return counted(
        await transaction.unsafe(
          `select count(*)::int as count from public.contacts contact where contact.workspace_id = $1::text::uuid and ${text}`,
          [workspaceId, ...values],
        ),
      )
    })
  } catch (error) {
    if (tookTooLong.safeParse(error).success) return undefined
    throw error
  }
}

const countSome = async (workspaceId: string, { text, values }: SqlCondition): Promise<number> =>
  counted(
    await sql.unsafe(
      `select count(*)::int as count from (select * from public.contacts where workspace_id = $1::text::uuid
        order by id desc limit ${SOME}) contact where ${text}`,
      [workspaceId, ...values],
    ),
  )

const counted = (rows: unknown): number => z.tuple([z.object({ count: z.int() })]).parse(rows)[0].count
