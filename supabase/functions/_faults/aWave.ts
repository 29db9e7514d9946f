import { randomUUID } from 'node:crypto'
import type { Rule } from '../../../src/audience/rule.ts'
import { segmentReads } from '../../../src/audience/segmentRule.ts'
import { aJourney, type JourneyBuilder } from '../../../src/testing/aJourney.ts'
import { ingest } from '../../tests/ingest.ts'
import type { OwnDatabase } from './ownDatabase.ts'

type Sql = OwnDatabase['sql']

export const HOUR = 3_600_000
export const entered = Date.parse('2027-03-01T12:00:00Z')
/** When the last of them is through, with time for messages that were refused. */
export const horizon = entered + 200 * HOUR

export interface Wave {
  workspace: string
  /** Ids of its journeys by name. */
  journeys: Record<string, string>
}

const always = { reentry: { allow: 'always' as const } }

/** Journeys that set each other off: by a moved contact, by a changed attribute, by a segment that somebody comes to be in. */
const drawn = ({ after, keen }: { after: string; keen: string }): Record<string, JourneyBuilder> => ({
  welcome: aJourney()
    .trigger('Signed Up')
    .wait('PT1H')
    .branch(
      { pro: { if: 'attribute', attribute: 'plan', test: { op: 'is', value: 'pro' } } },
      { pro: (lane) => lane.email('For pros').wait('P1D') },
    )
    .update({ do: 'add', attribute: 'score', by: 5 })
    .email('For all')
    .waitFor('Ordered', 'P2D', { happened: (lane) => lane.task({ title: 'Thank' }) })
    .update({ do: 'add', attribute: 'score', by: 10 })
    .goToJourney(after),
  after: aJourney().enteredBy({ on: 'manual' }).wait('PT3H').email('After').exit('done').with(always),
  scored: aJourney()
    .enteredBy({ on: 'attribute', attribute: 'score' })
    .wait('PT30M')
    .email('You have points')
    .exit('told')
    .with(always),
  keen: aJourney()
    .enteredBy({ on: 'segmentEntered', segment: keen, includePresent: false })
    .email('How keen')
    .wait('P1D')
    .exit('cooled'),
})

const isKeen: Rule = { if: 'attribute', attribute: 'score', test: { op: 'atLeast', value: 15 } }

/** A workspace with its journeys, in which so many people sign up within ten hours, and every second orders the day after. */
export async function aWave(sql: Sql, people: number): Promise<Wave> {
  const [tenant] = await sql`insert into public.workspaces (name, source_locale, time_zone)
    values ('Tenant', 'en', 'Europe/Bucharest') returning id`
  const workspace = String(tenant?.id)
  const [segment] = await sql`select id from private.save_segment(${workspace}, null, 'Keen',
    ${JSON.stringify(isKeen)}::text::jsonb, ${JSON.stringify(segmentReads(isKeen))}::text::jsonb, null)`
  const journeys: Record<string, string> = { after: randomUUID() }
  for (const [name, journey] of Object.entries(drawn({ after: String(journeys.after), keen: String(segment?.id) }))) {
    const id = journeys[name] ?? randomUUID()
    journeys[name] = id
    await sql`insert into public.journeys (workspace_id, id, name, draft)
      values (${workspace}, ${id}, ${name}, ${JSON.stringify(journey.build())}::text::jsonb)`
    await sql`select private.publish(${workspace}, ${id}, 1, null, now())`
  }
  await signUp(sql, { workspace, journeys }, people)
  return { workspace, journeys }
}

async function signUp(sql: Sql, { workspace, journeys }: Wave, people: number) {
  const numbers = Array.from({ length: people }, (_, n) => n)
  const signedUp = (n: number) => entered + (n / people) * 10 * HOUR
  await ingest(
    workspace,
    numbers.map((n) => ({
      user_id: `u${n}`,
      email: `u${n}@people.example`,
      traits: { plan: n % 3 === 0 ? 'pro' : 'free' },
      at: new Date(signedUp(n)).toISOString(),
      enters: [{ journey: String(journeys.welcome), node: 'n_1' }],
    })),
    sql,
  )
  const orders = numbers.filter((n) => n % 2 === 0)
  await ingest(
    workspace,
    orders.map((n) => ({
      user_id: `u${n}`,
      name: 'Ordered',
      at: new Date(signedUp(n) + 30 * HOUR).toISOString(),
    })),
    sql,
  )
}
