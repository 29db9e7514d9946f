import { z } from 'zod'
import type { Clock } from '../_shared/clock.ts'
import { sql } from '../_shared/database.ts'
import { jsonbText } from '../_shared/jsonbText.ts'
import { untilBack } from '../_shared/lostDatabase.ts'
import { toInstant } from '../_shared/now.ts'
import { topicNames } from '../_shared/topicNames.ts'
import { confirmationMail } from './confirmationMail.ts'
import { defaultProviders } from './providers/storedProvider.ts'
import { type Sending, sendEmail } from './sendEmail.ts'

const BATCH_SIZE = 100
/** Longer than the slowest batch may take: connections give up after 30 s. */
const LEASE = '5 minutes'

/** What `private.claim_confirmations` answers. */
const claimed = z.object({
  workspace_id: z.uuid(),
  contact_id: z.int(),
  channel: z.string(),
  topic: z.string(),
  attempts: z.int(),
  /** Null where nothing may be sent to the contact. */
  email: z.string().nullable(),
  locale: z.string().nullable(),
  workspace_name: z.string(),
  source_locale: z.string(),
  topic_name: topicNames.shape.name,
  topic_translations: topicNames.shape.translations,
})
export type Confirmation = z.infer<typeof claimed>

/** Asks by mail for the confirmations that are due; what could not be sent is asked for again with the next calls. */
export async function sendConfirmations(clock: Clock): Promise<void> {
  const worker = crypto.randomUUID()
  const now = toInstant(clock.now)
  const rows = z
    .array(claimed)
    .parse(await sql`select * from private.claim_confirmations(${now}, ${BATCH_SIZE}, ${worker}, ${LEASE})`)
  if (rows.length === 0) return
  const providers = await defaultProviders(rows.map(({ workspace_id }) => workspace_id))
  const outcomes = await Promise.all(rows.map((row) => ask(row, { clock, through: providers.get(row.workspace_id) })))
  const said = jsonbText(outcomes)
  await untilBack(() => sql`select private.record_confirmations(${said}::text::jsonb, ${worker}, ${now})`)
}

async function ask(row: Confirmation, sending: Omit<Sending, 'attempts'>) {
  const { workspace_id, contact_id, channel, topic, email, attempts } = row
  const asked = { workspace_id, contact_id, channel, topic }
  if (email === null) return asked
  const { retry_at, is_bounce, is_held } = await sendEmail(confirmationMail(row, email), { attempts, ...sending })
  return { ...asked, address: email, retry_at, is_bounce, is_held }
}
