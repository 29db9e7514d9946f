import type { Clock } from '../_shared/clock.ts'
import type { Queryable } from '../_shared/database.ts'
import type { ClaimedCheck, NextCheck } from './claimedCheck.ts'
import { judgeDates } from './judgeDates.ts'
import { judgeSegments } from './judgeSegments.ts'

/**
 * Looks at contacts again for one kind of subject, in a constant number of statements, in the transaction that claimed them.
 * Answers when to look next, for those it is known of.
 */
export type CheckHandler = (sql: Queryable, checks: readonly ClaimedCheck[], clock: Clock) => Promise<NextCheck[]>

/** What looks, by the part of a check's subject before the colon. */
export const checkHandlers: Readonly<Record<string, CheckHandler>> = { segment: judgeSegments, date: judgeDates }
