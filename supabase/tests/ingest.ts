import { randomUUID } from 'node:crypto'
import { type Runner, sql } from './database.ts'

export type Message = {
  user_id?: string
  anonymous_id?: string
  contact_id?: number
  message_id?: string
  type?: string
  name?: string
  properties?: Record<string, unknown>
  at?: string
  traits?: Record<string, unknown>
  email?: string
  locale?: string
  time_zone?: string
  is_old?: boolean
  /** The journeys it lets its contact into. */
  enters?: Entry[]
  /** The versions whose goal it meets. */
  meets?: { journey: string; version?: number; times?: number; value?: number }[]
}

type Entry = {
  journey: string
  version?: number
  node?: string
  key?: string
  reentry?: 'never' | 'always' | 'after'
  rest?: string
  goal?: string
  goal_within?: string
}

export const noon = '2026-03-02T12:00:00Z'

/** Takes in one batch through `private.ingest`, and answers the positions of the messages that were new. */
export async function ingest(workspace: string, messages: Message[], on: Runner = sql): Promise<number[]> {
  const batch = messages.map(({ enters, meets, ...message }, i) => ({
    i,
    type: 'track',
    name: 'Signed Up',
    at: noon,
    is_old: false,
    message_id: randomUUID(),
    ...message,
  }))
  const entries = messages.flatMap(({ enters = [] }, i) =>
    enters.map((entry) => ({ i, version: 1, node: 't', key: '', reentry: 'never', ...entry })),
  )
  const goals = messages.flatMap(({ meets = [] }, i) =>
    meets.map(({ journey, version = 1, times = 1, value }) => ({
      versions: [{ journey, version }],
      times,
      met: [{ i, value }],
    })),
  )
  const rows = await on`select i from private.ingest(${workspace}, ${'2026-03-03T00:00:00Z'},
    ${JSON.stringify(batch)}::text::jsonb, ${JSON.stringify(entries)}::text::jsonb, ${JSON.stringify(goals)}::text::jsonb) order by i`
  return rows.map((row) => Number(row.i))
}
