import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import type { Journey } from '../../src/engine/journey.ts'
import { aJourney, type JourneyBuilder } from '../../src/testing/aJourney.ts'

/** The step at which everybody stands who is to be moved: one step, with a message to send, and then a long wait. */
export const MESSAGE = 'message'

/** A journey of so many steps, two of them the message in question and the wait after it. */
export function journeyOfLength(length: number): Journey {
  let drawn: JourneyBuilder = aJourney().trigger('Opened').as(MESSAGE).email('Hello').as('after').wait('P30D')
  for (let steps = 4; steps < length; steps += 2) drawn = drawn.email('Hello again').wait('P1D')
  return drawn.exit().build()
}

/** Puts a journey live, as publishing does; answers its id. */
export async function putLive(sql: postgres.Sql, workspace: string, document: Journey): Promise<string> {
  const id = randomUUID()
  await sql`insert into public.journeys (workspace_id, id, name, draft, status, live_version)
    values (${workspace}, ${id}, 'Measured', ${JSON.stringify(document)}::text::jsonb, 'live', 1)`
  await sql`insert into public.journey_versions (workspace_id, journey_id, version, document)
    select workspace_id, id, 1, draft from public.journeys where workspace_id = ${workspace} and id = ${id}`
  return id
}
