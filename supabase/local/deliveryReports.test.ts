import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { createDeliveryReports, deliveredSignal } from './deliveryReports.ts'
import { localKeys } from './localKeys.ts'

const workspace = '6d5f3c1e-0000-4000-8000-000000000001'
const delivery = '6d5f3c1e-0000-4000-8000-000000000002'
const mail = `Date: Sun, 01 Mar 2026 09:00:00 +0100\r\nX-Perennial-Delivery:\r\n ${workspace}/${delivery}\r\n\r\nBody`
const signal = { workspace_id: workspace, delivery_id: delivery, kind: 'delivered', at: '2026-03-01T08:00:00.000Z' }

test('reads delivery and time from the headers, and nothing from the body', () => {
  expect(deliveredSignal(mail)).toEqual(signal)
  expect(deliveredSignal(`Subject: x\r\n\r\nX-Perennial-Delivery: ${workspace}/${delivery}`)).toBeUndefined()
})

test('reports mails that arrive together in one signed call', async () => {
  const calls: { body: string; signature: unknown; path: string | undefined }[] = []
  const server = createServer(async (request, response) => {
    calls.push({ body: await text(request), signature: request.headers['x-perennial-signature'], path: request.url })
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }

  const reports = createDeliveryReports({ functionsUrl: `http://127.0.0.1:${port}`, report: () => undefined })
  reports.heard(mail)
  reports.heard('Subject: not ours\r\n\r\n')
  reports.heard(mail)
  await reports.stop()
  server.close()

  const body = JSON.stringify([signal, signal])
  const signature = createHmac('sha256', localKeys.signing).update(body).digest('base64url').slice(0, 32)
  expect(calls).toEqual([{ body, signature, path: '/functions/v1/callbacks/mailbox' }])
})
