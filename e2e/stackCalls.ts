import { inject } from 'vitest'
import { z } from 'zod'

const mail = z.object({
  to: z.array(z.string()),
  subject: z.string(),
  html: z.string(),
  headers: z.record(z.string(), z.unknown()),
})
export type Mail = z.infer<typeof mail>

/** Moves the clock: what is due by then runs, and what is queued by then is sent. */
export async function moveClock(to: Date) {
  for (const name of ['tick', 'deliver']) {
    const response = await fetch(`${inject('url')}/functions/v1/${name}`, {
      method: 'POST',
      headers: { apikey: inject('secretKey'), 'x-perennial-clock': to.toISOString() },
    })
    if (!response.ok) throw new Error(`${name}: ${await response.text()}`)
  }
}

/** The mails that arrived for an address, the newest first. */
export async function mailsTo(address: string): Promise<Mail[]> {
  const response = await fetch(`${inject('url')}/mailbox/api/messages?to=${encodeURIComponent(address)}`)
  return z.array(mail).parse(await response.json())
}

export const hoursFromNow = (hours: number): Date => new Date(Date.now() + hours * 3_600_000)
