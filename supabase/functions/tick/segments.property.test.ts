import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { evaluate } from '../../../src/audience/evaluate.ts'
import { noFacts } from '../../../src/audience/facts.ts'
import type { Rule } from '../../../src/audience/rule.ts'
import { firstZone } from '../../../src/engine/zone.ts'
import { aWorkspace, type Workspace } from '../_testing/aWorkspace.ts'
import { later, send } from '../_testing/events.ts'
import { type Happening, happening, segmentRules } from '../_testing/randomSegments.ts'
import { aSegment, aSegmentEdited, type Segment } from '../_testing/segments.ts'
import { sql } from '../_testing/stack.ts'
import { tick } from '../_testing/worker.ts'

const SEED = 20_261_122
const RUNS = 40
const ZONE = 'Europe/Bucharest'

interface Place {
  workspace: Workspace
  list: string
  segments: { segment: Segment; rule: Rule; next: Rule }[]
}

const hour = (hours: number) => later({ hours })

const caller = (who: string) => (who === 'visitor' ? { anonymousId: 'visitor' } : { userId: who })

async function happen({ workspace, list, segments }: Place, one: Happening) {
  const heard = hour(one.at + one.late)
  const timestamp = hour(one.at)
  switch (one.do) {
    case 'track': {
      const call = { type: 'track', event: one.name, properties: { worth: one.worth }, timestamp }
      return send(workspace, [{ ...call, ...caller(one.who) }], heard)
    }
    case 'identify':
      return send(workspace, [{ type: 'identify', traits: one.traits, timestamp, ...caller(one.who) }], heard)
    case 'recognise':
      return send(workspace, [{ type: 'identify', userId: 'ana', anonymousId: 'visitor', timestamp }], heard)
    case 'list':
      return sql`
        select private.change_lists(array_agg(row(${workspace.id}::uuid, contact.id, gen_random_uuid()::text, ${heard}::timestamptz,
          jsonb_build_object('list', ${list}::text, 'member', ${one.isMember}::boolean))::private.asked_change))
        from public.contacts contact where contact.workspace_id = ${workspace.id} and contact.external_id = ${one.who}`
    case 'consent':
      return sql`
        select private.record_consent(${workspace.id}, contact.id, 'email', ${one.topic}, ${one.isWanted}, 'member', ${heard})
        from public.contacts contact where contact.workspace_id = ${workspace.id} and contact.external_id = ${one.who}`
    case 'default':
      return sql`
        update public.topics set by_default = ${one.isWanted ? 'subscribed' : 'unsubscribed'}
        where workspace_id = ${workspace.id} and id = 'marketing'`
    case 'edit': {
      const [first] = segments
      if (!first) return
      first.segment = await aSegmentEdited(first.segment, first.next)
      ;[first.rule, first.next] = [first.next, first.rule]
      return
    }
    case 'look':
      return tick(heard)
  }
}

const stored = z.array(
  z.object({
    id: z.int(),
    name: z.string().nullable(),
    time_zone: z.string().nullable(),
    profile: z.record(z.string(), z.unknown()),
    changed: z.record(
      z.string(),
      z.string().transform((text) => Date.parse(text)),
    ),
    lists: z.record(
      z.string(),
      z.string().transform((text) => Date.parse(text)),
    ),
    events: z.array(
      z.object({ seq: z.int(), name: z.string(), properties: z.record(z.string(), z.unknown()), at: z.number() }),
    ),
    segments: z.array(z.string()),
    subscriptions: z.record(z.string(), z.enum(['subscribed', 'pending', 'unsubscribed'])),
  }),
)

const contactsOf = async (workspace: string) =>
  stored.parse(
    await sql`
      select contact.id, contact.external_id as name, contact.time_zone, private.profile_of(contact) as profile,
        contact.changed_at as changed,
        coalesce((select jsonb_object_agg(member.segment_id, member.since) from public.segment_members member
          where member.workspace_id = contact.workspace_id and member.contact_id = contact.id), '{}') as lists,
        array(select member.segment_id::text from public.segment_members member
          where member.workspace_id = contact.workspace_id and member.contact_id = contact.id) as segments,
        (select known.subscriptions from private.facts_for(jsonb_build_array(jsonb_build_object(
          'workspace_id', contact.workspace_id, 'contact_id', contact.id, 'asks', array['consent']))) known) as subscriptions,
        coalesce((select jsonb_agg(jsonb_build_object('seq', event.id, 'name', event.name, 'properties', event.properties,
            'at', extract(epoch from event.occurred_at) * 1000) order by event.occurred_at, event.id)
          from public.events event where event.workspace_id = contact.workspace_id and event.contact_id = contact.id), '[]') as events
      from public.contacts contact where contact.workspace_id = ${workspace} order by contact.id`,
  )

/** Who is in which segment by the stored memberships, and by the rules at that instant. */
async function bothAnswers({ workspace, segments }: Place, at: number) {
  const contacts = await contactsOf(workspace.id)
  return contacts.flatMap((contact) =>
    segments.map(({ segment, rule }) => {
      const facts = {
        ...noFacts,
        attributes: contact.profile,
        changedAt: contact.changed,
        memberOf: contact.lists,
        subscriptions: contact.subscriptions,
        events: contact.events,
      }
      const present = { moment: { at, seq: Number.MAX_SAFE_INTEGER }, zone: firstZone(contact.time_zone, ZONE) }
      const isIn = contact.segments.includes(segment.id)
      return { at: new Date(at).toISOString(), contact, rule, isIn, holds: evaluate(rule, facts, present) }
    }),
  )
}

const drawn = fc.record({
  rules: fc.array(segmentRules('LIST'), { minLength: 6, maxLength: 6 }),
  happenings: fc.array(happening, { minLength: 12, maxLength: 24 }),
})

const title = `after all checks up to any instant the members are those whom the rule holds for, in ${RUNS} random workspaces, seed ${SEED}`
test(title, { timeout: 240_000 }, async () => {
  const counts = { in: 0, out: 0 }
  await fc.assert(
    fc.asyncProperty(drawn, async ({ rules, happenings }) => {
      const workspace = await aWorkspace({ timeZone: ZONE })
      const [list] =
        await sql`insert into public.segments (workspace_id, name) values (${workspace.id}, 'List') returning id`
      const place: Place = { workspace, list: list?.id, segments: [] }
      const [next = rules[0], ...own]: Rule[] = JSON.parse(JSON.stringify(rules).replaceAll('LIST', place.list))
      for (const rule of own)
        place.segments.push({ segment: await aSegment(workspace, rule), rule, next: next ?? rule })
      await tick(hour(0))
      const inOrder = happenings.toSorted((one, other) => one.at + one.late - (other.at + other.late))
      for (const one of inOrder) {
        await happen(place, one)
        if (one.do !== 'look') continue
        const answers = await bothAnswers(place, Date.parse(hour(one.at + one.late)))
        for (const { isIn } of answers) counts[isIn ? 'in' : 'out'] += 1
        expect(answers.filter(({ isIn, holds }) => isIn !== holds).slice(0, 2)).toEqual([])
      }
      await tick(hour(24 * 200))
      const answers = await bothAnswers(place, Date.parse(hour(24 * 200)))
      expect(answers.filter(({ isIn, holds }) => isIn !== holds).slice(0, 2)).toEqual([])
      await sql`delete from public.workspaces where id = ${workspace.id}`
    }),
    { seed: SEED, numRuns: RUNS, endOnFailure: true },
  )
  expect(Math.min(counts.in, counts.out)).toBeGreaterThan(300)
})
