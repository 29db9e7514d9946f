import { createHmac } from 'node:crypto'
import { localKeys } from './localKeys.ts'

type Signal = { workspace_id: string; delivery_id: string; kind: 'delivered'; at: string }

const BATCH = 500

/** What a mail provider's webhook does: tells the `callbacks` function, signed, which of our messages arrived. */
export function createDeliveryReports({
  functionsUrl,
  report,
}: {
  functionsUrl: string
  report: (line: string) => void
}) {
  const waiting: Signal[] = []
  let timer: NodeJS.Timeout | undefined
  let sending: Promise<void> = Promise.resolve()

  function flush() {
    timer = undefined
    const batch = waiting.splice(0, BATCH)
    if (batch.length === 0) return
    sending = sending.then(() => post(batch))
    if (waiting.length > 0) flush()
  }

  async function post(batch: Signal[]) {
    const body = JSON.stringify(batch)
    const signature = createHmac('sha256', localKeys.signing).update(body).digest('base64url').slice(0, 32)
    for (const pause of [0, 500, 2000]) {
      await new Promise((resolve) => setTimeout(resolve, pause))
      const status = await fetch(`${functionsUrl}/functions/v1/callbacks/mailbox`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-perennial-signature': signature },
        body,
      }).then(
        (response) => response.status,
        () => 0,
      )
      if (status === 200 || status === 404) return
    }
    report(`The mailbox could not report ${batch.length} delivered messages.`)
  }

  return {
    heard(raw: string) {
      const signal = deliveredSignal(raw)
      if (!signal) return
      waiting.push(signal)
      timer ??= setTimeout(flush, 200)
    },
    async stop() {
      clearTimeout(timer)
      flush()
      await sending
    },
  }
}

/** Our messages name their delivery in a header; the time is the one the sender wrote, which may be a moved clock's. */
export function deliveredSignal(raw: string): Signal | undefined {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
  const [, workspaceId, deliveryId] = /^X-Perennial-Delivery: ([0-9a-f-]{36})\/([0-9a-f-]{36})$/im.exec(head) ?? []
  if (!workspaceId || !deliveryId) return undefined
  const date = new Date(/^Date: (.+)$/im.exec(head)?.[1] ?? '')
  const at = Number.isNaN(date.getTime()) ? new Date() : date
  return { workspace_id: workspaceId, delivery_id: deliveryId, kind: 'delivered', at: at.toISOString() }
}
