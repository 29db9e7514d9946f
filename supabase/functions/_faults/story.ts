import type { Wave } from './aWave.ts'
import type { OwnDatabase } from './ownDatabase.ts'

/**
 * What became of everybody, without the ids of this run and without when and how often sending was tried: that is the weather's.
 */
export async function story(sql: OwnDatabase['sql'], { workspace }: Wave) {
  const steps = await sql`
    select contact.external_id, journey.name, enrollment.number, step.visit, step.node_id, step.arrived_at, step.left_at,
      step.port, step.to_node, step.because
    from public.step_log step
    join public.contacts contact on contact.workspace_id = step.workspace_id and contact.id = step.contact_id
    join public.journeys journey on journey.workspace_id = step.workspace_id and journey.id = step.journey_id
    join public.enrollments enrollment on enrollment.workspace_id = step.workspace_id and enrollment.id = step.enrollment_id
    where step.workspace_id = ${workspace} order by 1, 2, 3, 4`
  const enrollments = await sql`
    select contact.external_id, journey.name, enrollment.number, enrollment.entered_at, enrollment.entry_node,
      enrollment.node_id, enrollment.visits, enrollment.wake_at, enrollment.ended_at, enrollment.ended_because
    from public.enrollments enrollment
    join public.contacts contact on contact.workspace_id = enrollment.workspace_id and contact.id = enrollment.contact_id
    join public.journeys journey on journey.workspace_id = enrollment.workspace_id and journey.id = enrollment.journey_id
    where enrollment.workspace_id = ${workspace} order by 1, 2, 3`
  const outbox = await sql`
    select contact.external_id, journey.name, enrollment.number, delivery.node_id, delivery.visit, delivery.channel,
      delivery.status, delivery.because, delivery.locale
    from public.deliveries delivery
    join public.contacts contact on contact.workspace_id = delivery.workspace_id and contact.id = delivery.contact_id
    join public.journeys journey on journey.workspace_id = delivery.workspace_id and journey.id = delivery.journey_id
    join public.enrollments enrollment
      on enrollment.workspace_id = delivery.workspace_id and enrollment.id = delivery.enrollment_id
    where delivery.workspace_id = ${workspace} order by 1, 2, 3, 5, 4`
  const events = await sql`
    select contact.external_id, event.name, event.occurred_at from public.events event
    join public.contacts contact on contact.workspace_id = event.workspace_id and contact.id = event.contact_id
    where event.workspace_id = ${workspace} and event.name not like '$message%' order by 1, 3, 2`
  const told = await sql`
    select contact.external_id, event.name, count(*) from public.events event
    join public.contacts contact on contact.workspace_id = event.workspace_id and contact.id = event.contact_id
    where event.workspace_id = ${workspace} and event.name like '$message%' group by 1, 2 order by 1, 2`
  const profiles = await sql`
    select external_id, attributes from public.contacts where workspace_id = ${workspace} order by 1`
  const members = await sql`
    select contact.external_id, member.since from public.segment_members member
    join public.contacts contact on contact.workspace_id = member.workspace_id and contact.id = member.contact_id
    where member.workspace_id = ${workspace} order by 1`
  const all = { steps, enrollments, outbox, events, told, profiles, members }
  return Object.fromEntries(Object.entries(all).map(([name, rows]) => [name, rows.map((row) => ({ ...row }))]))
}

/** Whatever would be left for ever, or was done more than once, by name; every count is to be nought. */
export async function leftOver(sql: OwnDatabase['sql'], { workspace }: Wave, now: number) {
  const at = new Date(now).toISOString()
  const [row] = await sql`select
    (select count(*) from public.enrollments where workspace_id = ${workspace} and wake_at <= ${at}) as overdue,
    (select count(*) from public.enrollments where workspace_id = ${workspace} and ended_at is null and wake_at is null) as given_up,
    (select count(*) from public.enrollments where workspace_id = ${workspace} and attempts > 0) as retried,
    (select count(*) from public.deliveries where workspace_id = ${workspace} and status = 'queued') as queued,
    (select count(*) from public.deliveries where workspace_id = ${workspace} and lease is not null) as leased,
    (select count(*) from private.signals where workspace_id = ${workspace}) as signals,
    (select count(*) from private.checks where workspace_id = ${workspace} and due_at <= ${at}) as checks,
    (select count(*) from (select from public.step_log where workspace_id = ${workspace}
      group by enrollment_id, visit having count(*) > 1) twice) as logged_twice,
    (select count(*) from (select from public.deliveries where workspace_id = ${workspace}
      group by enrollment_id, node_id, visit having count(*) > 1) twice) as lined_up_twice,
    (select count(*) from (select from public.delivery_log where workspace_id = ${workspace} and kind in ('sent', 'skipped', 'failed')
      group by delivery_id having count(*) > 1) twice) as recorded_twice`
  return { ...row }
}
