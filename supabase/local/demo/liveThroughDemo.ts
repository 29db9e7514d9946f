import { z } from 'zod'
import { localKeys } from '../localKeys.ts'
import { randomFrom } from '../randomFrom.ts'
import { replay } from '../replay/replay.ts'
import { demo } from './demo.ts'
import { demoCalls } from './demoCalls.ts'

const mails = z.array(z.object({ html: z.string() }))

/** Lets the demo shop's people live through their weeks by the real functions, then read some of their mail. */
export async function liveThroughDemo(url: string, now = Date.now()) {
  await replay({ url, writeKey: demo.writeKey, secretKey: localKeys.secret, calls: demoCalls(now), until: now })
  await readMail(url)
}

async function readMail(url: string) {
  const random = randomFrom(7)
  const response = await fetch(`${url}/mailbox/api/messages?limit=1000`)
  const links = mails.parse(await response.json()).flatMap(({ html }) => {
    const chance = random()
    const opened = /src="([^"]+\/track\/o\/[^"]+)"/.exec(html)?.[1]
    const clicked = /href="([^"]+\/track\/c\/[^"]+)"/.exec(html)?.[1]
    if (chance > 0.55) return []
    return [chance < 0.2 ? clicked : opened].filter((link) => link !== undefined)
  })
  for (let start = 0; start < links.length; start += 20)
    await Promise.all(links.slice(start, start + 20).map((link) => fetch(link, { redirect: 'manual' })))
}
