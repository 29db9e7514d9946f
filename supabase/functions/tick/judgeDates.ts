import { z } from 'zod'
import { ownValue } from '../../../src/audience/evaluate.ts'
import { type Due, nextDue } from '../../../src/nodes/trigger/nextDue.ts'
import { type TriggerOn, triggerData } from '../../../src/nodes/trigger/triggerData.ts'
import type { Clock } from '../_shared/clock.ts'
import type { Queryable } from '../_shared/database.ts'
import { toInstant } from '../_shared/now.ts'
import { OLD_AFTER } from '../ingest/item.ts'
import { type ClaimedCheck, type NextCheck, nextOf } from './claimedCheck.ts'

type DateTrigger = TriggerOn<'date'>

const rows = z.array(z.object({ workspace_id: z.uuid(), subject: z.string(), trigger_data: z.unknown() }))

/** A contact whose date a trigger asks about: what it has reached since it was to be looked at, and what comes next. */
interface Look {
  check: ClaimedCheck
  trigger: DateTrigger
  reached: Due | undefined
  next: Due | undefined
}

/**
 * Looks at contacts' dates: who has reached one is signalled at the very instant, and looked at again when the next comes. One
 * reached more than three days ago lets nobody in, as an old event does, unless the clock was moved past it. A trigger that
 * is no longer there is not asked again.
 */
export async function judgeDates(sql: Queryable, checks: readonly ClaimedCheck[], clock: Clock): Promise<NextCheck[]> {
  const triggers = await readTriggers(sql, checks)
  const looks = checks.flatMap((check) => {
    const trigger = triggers.get(keyOf(check))
    return trigger ? [{ check, trigger, ...dueFor(trigger, check, clock) }] : []
  })
  await raise(sql, looks)
  return looks.flatMap(({ check, next }) => (next ? [nextOf(check, next.at)] : []))
}

const keyOf = ({ workspace_id, subject }: { workspace_id: string; subject: string }) => `${workspace_id} ${subject}`

async function readTriggers(
  sql: Queryable,
  checks: readonly ClaimedCheck[],
): Promise<ReadonlyMap<string, DateTrigger>> {
  const asked = [
    ...new Map(
      checks.map(({ workspace_id, subject }) => [`${workspace_id} ${subject}`, { workspace_id, subject }]),
    ).values(),
  ]
  const found = rows.parse(
    await sql`
    select asked.workspace_id, asked.subject, date.trigger_data
    from jsonb_to_recordset(${JSON.stringify(asked)}::text::jsonb) asked (workspace_id uuid, subject text)
    join private.schedules date on date.workspace_id = asked.workspace_id
      and format('date:%s:%s', date.journey_id, date.node_id) = asked.subject`,
  )
  return new Map(
    found.flatMap((row) => {
      const { data } = triggerData.safeParse(row.trigger_data)
      return data?.on === 'date' ? [[keyOf(row), data] as const] : []
    }),
  )
}

function dueFor(trigger: DateTrigger, check: ClaimedCheck, { now, isMoved }: Clock): Pick<Look, 'reached' | 'next'> {
  const date = { value: ownValue(check.attributes, trigger.attribute), zone: check.zone }
  const since = isMoved ? check.due_at : Math.max(check.due_at, now - OLD_AFTER)
  const first = nextDue(trigger, date, since - 1)
  if (!first || first.at > now) return { reached: undefined, next: first }
  return { reached: first, next: nextDue(trigger, date, first.at) }
}

/** A date has one signal per trigger and shift, so that a contact who moves to another zone does not reach it twice. */
async function raise(sql: Queryable, looks: readonly Look[]) {
  const signals = looks.flatMap(({ check, trigger, reached }) => {
    if (!reached) return []
    const { workspace_id, contact_id, subject } = check
    const { shift } = trigger
    const properties = {
      journey: subject.slice(PLACE.journey, PLACE.node - 1),
      node: subject.slice(PLACE.node),
      attribute: trigger.attribute,
      date: reached.date,
    }
    const message_id = `${subject}:${contact_id}:${reached.date}${shift ? `:${shift.direction}:${shift.by}` : ''}`
    return [{ workspace_id, message_id, contact_id, name: '$date_reached', properties, at: toInstant(reached.at) }]
  })
  if (signals.length === 0) return
  await sql`select private.raise_signals(array(
    select signal from jsonb_populate_recordset(null::private.signal, ${JSON.stringify(signals)}::text::jsonb) signal))`
}

/** Where in `date:<journey>:<node>` the parts begin. */
const PLACE = { journey: 'date:'.length, node: 'date:'.length + 37 }
