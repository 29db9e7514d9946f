/** A worker as a process of its own: at a word of its parent it moves who is due until nobody is, and says what it did. */
import { z } from 'zod'
import { sql } from '../../supabase/functions/_shared/database.ts'
import { runBatches } from '../../supabase/functions/tick/runBatches.ts'

const order = z.object({ size: z.number(), until: z.number().optional(), slots: z.number() })

process.on('message', (message) => {
  moveEverybody(order.parse(message)).then((done) => process.send?.(done))
})
process.on('disconnect', () => sql.end())
process.send?.('ready')

/** Until nobody is due; where it is told how long people become due, not before then. */
async function moveEverybody({ size, until = 0, slots }: z.infer<typeof order>) {
  const total = { steps: 0, failed: 0 }
  const batches: { at: number; enrollments: number }[] = []
  const before = process.cpuUsage()
  while (true) {
    const now = Date.now()
    const { enrollments, steps, failed } = await runBatches({ now, isMoved: false }, { size, slots })
    total.steps += steps
    total.failed += failed
    if (enrollments > 0) batches.push({ at: Date.now(), enrollments })
    else if (now > until) break
  }
  const { user, system } = process.cpuUsage(before)
  return { ...total, batches, cpuMs: (user + system) / 1000, bytes: process.memoryUsage().rss }
}
