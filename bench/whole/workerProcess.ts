/** A worker as a process of its own: at a word of its parent it moves who is due until nobody is, and says what it did. */
import { z } from 'zod'
import { sql } from '../../supabase/functions/_shared/database.ts'
import { runBatch } from '../../supabase/functions/tick/runBatch.ts'

const order = z.object({ now: z.number(), size: z.number() })

process.on('message', (message) => {
  moveEverybody(order.parse(message)).then((done) => process.send?.(done))
})
process.on('disconnect', () => sql.end())
process.send?.('ready')

async function moveEverybody({ now, size }: z.infer<typeof order>) {
  const total = { steps: 0, failed: 0 }
  const before = process.cpuUsage()
  while (true) {
    const { enrollments, steps, failed } = await runBatch({ now, isMoved: false }, size)
    total.steps += steps
    total.failed += failed
    if (enrollments === 0) break
  }
  const { user, system } = process.cpuUsage(before)
  return { ...total, cpuMs: (user + system) / 1000, bytes: process.memoryUsage().rss }
}
