import { z } from 'zod'
import { evaluate } from '../../src/audience/evaluate.ts'
import { type Facts, noFacts } from '../../src/audience/facts.ts'
import { rule as ruleSchema } from '../../src/audience/rule.ts'
import { toSql } from '../../src/audience/toSql.ts'
import { standing } from '../../src/engine/standing.ts'
import { firstZone } from '../../src/engine/zone.ts'
import { aBareWorkspace } from './aWorkspace.ts'
import { sql } from './database.ts'
import type { Audience } from './randomAudience.ts'
import { segments } from './randomStanding.ts'

/** One contact and one rule, answered in memory and by Postgres. */
export interface Answers {
  contact: number
  rule: number
  inMemory: boolean
  inSql: unknown
}

const storedContacts = z.array(
  z.object({
    id: z.int(),
    time_zone: z.string().nullable(),
    attributes: z.record(z.string(), z.unknown()),
    events: z.array(
      z.object({ seq: z.int(), name: z.string(), properties: z.record(z.string(), z.unknown()), at: z.number() }),
    ),
  }),
)

/** Stores an audience in a workspace of its own, and asks every rule about every contact both ways. */
export async function bothAnswers({ contacts, rules: written, at, seen, zone }: Audience): Promise<Answers[]> {
  const workspace = await aBareWorkspace(zone)
  await store(workspace, contacts)
  const stored = storedContacts.parse(await storedFacts(workspace))
  const rules = written.map((each) => ruleSchema.parse(JSON.parse(JSON.stringify(each))))
  const atOnce = stored
    .flatMap(({ events }) => events.filter((event) => event.at === at).map(({ seq }) => seq))
    .sort((a, b) => a - b)
  const moment = { at, seq: seen === 0 ? 0 : (atOnce[seen - 1] ?? 0) }
  const asked = await answersInSql(workspace, rules, { moment, zone, zones: zonesOf(stored) })
  const standings = await storedStandings(workspace, stored)
  return stored.flatMap(({ id, time_zone, attributes, events }, contact) => {
    const facts = { ...noFacts, attributes, events, ...standings.get(id) }
    return rules.map((rule, index) => ({
      contact,
      rule: index,
      inMemory: evaluate(rule, facts, { moment, zone: firstZone(time_zone, zone) }),
      inSql: asked.get(id)?.[index],
    }))
  })
}

/** What the worker would know beyond profile and events. */
async function storedStandings(
  workspace: string,
  stored: readonly { id: number }[],
): Promise<Map<number, Partial<Facts>>> {
  const wanted = stored.map(({ id }) => ({
    workspace_id: workspace,
    contact_id: id,
    asks: ['changes', 'membership', 'consent'],
  }))
  const rows = await sql`select * from private.facts_for(${JSON.stringify(wanted)}::text::jsonb)`
  return new Map(rows.map((row) => [Number(row.contact_id), standing.parse(row).facts]))
}

const zonesOf = (stored: readonly { time_zone: string | null }[]) => stored.flatMap(({ time_zone }) => time_zone ?? [])

type Present = Omit<Parameters<typeof toSql>[1], 'contact' | 'before'>

/** Postgres allows a row 1,664 columns and a statement 65,535 parameters; the answers of a contact go into one array. */
async function answersInSql(workspace: string, rules: Parameters<typeof toSql>[0][], present: Present) {
  const values: string[] = []
  const conditions = rules.map((rule) => {
    const condition = toSql(rule, { ...present, contact: 'contact', before: values.length })
    values.push(...condition.values)
    return condition.text
  })
  const rows = await sql.unsafe(
    `select contact.id, array[${conditions.join(',\n')}] as answers from public.contacts contact
     where contact.workspace_id = $${values.length + 1}::text::uuid`,
    [...values, workspace],
  )
  return new Map(rows.map((row): [unknown, unknown[]] => [row.id, row.answers]))
}

const instant = (at: number) => new Date(at).toISOString()

async function store(workspace: string, contacts: Audience['contacts']) {
  const rows = contacts.map((contact, index) => ({
    ...contact,
    external_id: String(index),
    attributes: JSON.parse(contact.attributes),
    changed_at: Object.fromEntries(contact.standing.changedAt.map(([name, at]) => [name, instant(at)])),
  }))
  await sql`insert into public.contacts (workspace_id, external_id, email, locale, time_zone, attributes, changed_at)
    select ${workspace}, external_id, email, locale, time_zone, attributes, changed_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as row (external_id text, email text, locale text, time_zone text, attributes jsonb, changed_at jsonb) order by external_id::int`
  await storeEvents(workspace, contacts)
  await storeStandings(workspace, contacts)
}

async function storeStandings(workspace: string, contacts: Audience['contacts']) {
  const rows = contacts.map(({ standing, email }, index) => ({
    external_id: String(index),
    members: standing.memberOf.map(({ segment, since }) => ({ segment, since: instant(since) })),
    consents: standing.consents,
    suppressed: standing.isSuppressed ? email : null,
  }))
  const written = JSON.stringify(rows)
  await sql`insert into public.segments (workspace_id, id, name)
    select ${workspace}, id::uuid, id from jsonb_array_elements_text(${JSON.stringify(segments)}::text::jsonb) id`
  await sql`insert into public.segment_members (workspace_id, segment_id, contact_id, since)
    select ${workspace}, member.segment, contact.id, member.since
    from jsonb_to_recordset(${written}::text::jsonb) as row (external_id text, members jsonb)
    cross join jsonb_to_recordset(row.members) as member (segment uuid, since timestamptz)
    join public.contacts contact on contact.workspace_id = ${workspace} and contact.external_id = row.external_id`
  await sql`insert into public.topics (workspace_id, id, name, by_default)
    values (${workspace}, 'news', 'News', 'subscribed'), (${workspace}, 'offers', 'Offers', 'unsubscribed')`
  await sql`insert into public.suppressions (workspace_id, channel, address)
    select distinct ${workspace}::uuid, 'email', lower(row.suppressed)
    from jsonb_to_recordset(${written}::text::jsonb) as row (suppressed text) where row.suppressed <> ''`
  await sql`insert into public.consents (workspace_id, contact_id, channel, topic, state, source)
    select ${workspace}, contact.id, 'email', consent.topic, consent.state, 'member'
    from jsonb_to_recordset(${written}::text::jsonb) as row (external_id text, consents jsonb)
    cross join jsonb_to_recordset(row.consents) as consent (topic text, state text)
    join public.contacts contact on contact.workspace_id = ${workspace} and contact.external_id = row.external_id`
}

async function storeEvents(workspace: string, contacts: Audience['contacts']) {
  const events = contacts.flatMap((contact, index) =>
    contact.events.map((event, number) => ({
      ...event,
      external_id: String(index),
      message_id: `${index}-${number}`,
      properties: JSON.parse(event.properties),
      at: instant(event.at),
    })),
  )
  await sql`insert into public.events (workspace_id, message_id, contact_id, type, name, properties, occurred_at, received_at)
    select ${workspace}, row.message_id, contact.id, 'track', row.name, row.properties, row.at, row.at
    from jsonb_to_recordset(${JSON.stringify(events)}::text::jsonb)
      as row (external_id text, message_id text, name text, properties jsonb, at timestamptz)
    join public.contacts contact on contact.workspace_id = ${workspace} and contact.external_id = row.external_id`
}

/** Contacts as the worker reads them. */
const storedFacts = (workspace: string) => sql`
  select contact.id, contact.time_zone,
    contact.attributes || jsonb_strip_nulls(jsonb_build_object(
      'email', contact.email, 'locale', contact.locale, 'time_zone', contact.time_zone)) as attributes,
    coalesce((select jsonb_agg(jsonb_build_object('seq', event.id, 'name', event.name, 'properties', event.properties,
        'at', extract(epoch from event.occurred_at) * 1000) order by event.occurred_at, event.id)
      from public.events event where event.workspace_id = contact.workspace_id and event.contact_id = contact.id), '[]') as events
  from public.contacts contact where contact.workspace_id = ${workspace} order by contact.external_id::int`
