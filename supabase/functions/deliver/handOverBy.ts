import type { Clock } from '../_shared/clock.ts'
import type { CompiledVersions } from '../_shared/compiledVersions.ts'
import { askServer } from './askServer.ts'
import type { ClaimedDelivery } from './claimedDelivery.ts'
import { composeEmail } from './composeEmail.ts'
import { handOverTask } from './handOverTask.ts'
import type { Outcome } from './outcome.ts'
import type { StoredProvider } from './providers/storedProvider.ts'
import { sendEmail } from './sendEmail.ts'
import type { SigningSecrets } from './signingSecrets.ts'
import type { TaskArrivals } from './taskArrivals.ts'

export interface Tools {
  journeys: CompiledVersions
  clock: Clock
  secrets: SigningSecrets
  arrivals: TaskArrivals
  /** By workspace. */
  providers: ReadonlyMap<string, StoredProvider>
}

/** Hands one row of the outbox to the outside, by its channel. */
export async function handOverBy(row: ClaimedDelivery, tools: Tools): Promise<Outcome> {
  const { journeys, clock, arrivals } = tools
  const secrets = tools.secrets.get(row.workspace_id) ?? []
  if (row.channel === 'webhook') return await askServer(row, { journeys, clock, secrets })
  const through = tools.providers.get(row.workspace_id)
  if (row.channel === 'task') return await handOverTask(row, { journeys, arrivals, clock, secrets, through })
  const { outcome, mail } = composeEmail(row, journeys)
  return { ...outcome, ...(mail && (await sendEmail(mail, { attempts: row.attempts, clock, through }))) }
}
