import { z } from 'zod'
import type { Clock } from '../_shared/clock.ts'
import { transact } from '../_shared/database.ts'
import { toInstant } from '../_shared/now.ts'
import type { Item } from '../ingest/item.ts'
import { readListeners } from '../ingest/listeners.ts'
import { retryConflicts } from '../ingest/retryConflicts.ts'
import { takeIn } from '../ingest/takeIn.ts'

const claimed = z.array(
  z.object({
    workspace_id: z.uuid(),
    message_id: z.string(),
    contact_id: z.int(),
    name: z.string(),
    properties: z.record(z.string(), z.unknown()),
    at: z.string().transform((text) => Date.parse(text)),
  }),
)

/**
 * Takes in what happened inside, of one workspace, in one transaction, in three statements whatever the number: each signal
 * becomes an event that lets people in, wakes them and counts, like one from outside. Answers how many.
 */
export async function takeSignals(clock: Clock, size: number): Promise<number> {
  return retryConflicts(() =>
    transact(async (transaction) => {
      const signals = claimed.parse(
        await transaction`select * from private.claim_signals(${toInstant(clock.now)}, ${size})`,
      )
      const [first] = signals
      if (!first) return 0
      const [listening] = await transaction`select private.listeners(${first.workspace_id}) as listeners`
      const items = signals.map(
        ({ workspace_id, ...signal }, index): Item => ({ i: index, type: 'signal', is_old: false, ...signal }),
      )
      await takeIn(transaction, first.workspace_id, {
        items,
        now: clock.now,
        listeners: readListeners(listening?.listeners),
      })
      return signals.length
    }),
  )
}
