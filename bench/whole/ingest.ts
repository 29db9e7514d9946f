import { randomBytes } from 'node:crypto'
import type { Functions } from './functionsServer.ts'
import type { Bench } from './steps.ts'

/** Events a second through HTTP, and beside them the same rows by an insert alone. */
export async function measureIngest(bench: Bench, functions: Functions) {
  const { sql, workspace, scale, report } = bench
  const key = `wk_${randomBytes(12).toString('hex')}`
  await sql`insert into public.write_keys (workspace_id, name, key) values (${workspace}, 'Measured', ${key})`
  const headers = { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` }
  const post = (batch: object[]) => functions.call('ingest/v1/batch', { batch }, headers)
  await fastest(bench, 'warm-up', 500, (batch) => post(batch.map(callOf)))
  for (const size of [1, 100, 500]) {
    const speed = await fastest(bench, `http${size}`, size, (batch) => post(batch.map(callOf)))
    report.add(`events through HTTP, in batches of ${size}`, speed, 'events/s')
    if (size < 500) continue
    const bare = await fastest(bench, 'bare', size, (batch) => insert(bench, batch))
    report.add('  the same rows by a bare insert, in batches of 500', bare, 'events/s')
    report.hold({ what: 'ingest through HTTP in batches of 500 : bare insert', ratio: speed / bare, least: 0.5 })
  }
  report.add('  sent one after the other; events in all', scale.events, '')
}

interface Happened {
  messageId: string
  contact: number
}

const callOf = ({ messageId, contact }: Happened) => ({
  type: 'track',
  userId: `u${contact}`,
  event: 'Looked',
  messageId,
  properties: { page: 'pricing', total: contact },
})

const insert = ({ sql, workspace }: Bench, batch: readonly Happened[]) =>
  sql`insert into public.events (workspace_id, message_id, contact_id, type, name, properties, occurred_at, received_at)
    select ${workspace}, one.message_id, contact.id, 'track', 'Looked', one.properties, now(), now()
    from jsonb_to_recordset(${JSON.stringify(
      batch.map(({ messageId, contact }) => ({
        message_id: messageId,
        user_id: `u${contact}`,
        properties: { page: 'pricing', total: contact },
      })),
    )}::text::jsonb) one (message_id text, user_id text, properties jsonb)
    join public.contacts contact on contact.workspace_id = ${workspace} and contact.external_id = one.user_id`

/** The best of a few rounds, in events a second. Fewer are sent where each has a call of its own. */
async function fastest({ scale }: Bench, name: string, size: number, take: (batch: Happened[]) => Promise<unknown>) {
  const calls = Math.min(Math.ceil(scale.events / size / scale.rounds), 300)
  let best = 0
  for (let round = 0; round < scale.rounds; round++) {
    const started = performance.now()
    for (let call = 0; call < calls; call++) {
      const at = (index: number) => (round * calls + call) * size + index
      await take(
        Array.from({ length: size }, (_, index) => ({
          messageId: `${name} ${at(index)}`,
          contact: 1 + ((at(index) * 7) % scale.people),
        })),
      )
    }
    best = Math.max(best, (calls * size) / ((performance.now() - started) / 1000))
  }
  return best
}
