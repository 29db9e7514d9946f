import { z } from 'zod'
import { renderEmail } from '../../src/content/renderEmail.ts'
import type { Functions } from './functionsServer.ts'
import { journeyOfLength } from './journeys.ts'
import { crowd } from './population.ts'
import type { Bench } from './steps.ts'

const RENDER_MS = 2_000
const answer = z.object({ sent: z.number(), isDone: z.boolean() })

/** Messages a second, rendered alone and handed to a mail server next door by the function that sends. */
export async function measureMessages(bench: Bench, functions: Functions) {
  const { sql, workspace, workers, scale, report } = bench
  report.add('messages rendered', rendered(), 'messages/s')
  await sql`truncate public.deliveries cascade`
  const wakeAt = new Date(Date.now() - 60_000)
  await crowd(sql, { workspace, people: scale.messages, document: journeyOfLength(10), wakeAt })
  await workers.move(1)
  const started = performance.now()
  let sent = 0
  for (let isDone = false; !isDone; ) {
    const told = answer.parse(await functions.call('deliver', {}))
    sent += told.sent
    isDone = told.isDone
  }
  if (sent !== scale.messages) throw new Error(`${sent} messages were sent, not ${scale.messages}.`)
  report.add('messages to a local SMTP server', sent / ((performance.now() - started) / 1000), 'messages/s')
}

const content = {
  en: {
    subject: 'Hello {{ contact.first_name }}',
    preheader: 'What is new',
    body: 'Hello {{ contact.first_name }},\n\n## What is new\n\n- [The shop](https://shop.example/new)\n- {{ event.total | money: "EUR" }}\n\nUntil **soon**.',
  },
}

function rendered(): number {
  const started = performance.now()
  let count = 0
  for (; performance.now() - started < RENDER_MS; count++)
    renderEmail({
      content,
      locale: 'en',
      contact: { first_name: `Ana ${count}` },
      event: { total: 12.5 },
      zone: 'Europe/Bucharest',
      links: { unsubscribe: 'https://app.example/unsubscribe', open: 'https://app.example/o', click: (url) => url },
      footer: { workspaceName: 'Kettle & Leaf' },
    })
  return count / ((performance.now() - started) / 1000)
}
