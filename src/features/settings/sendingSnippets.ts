/** Where a key should stand when the reader has none, or may not see one. */
const PLACEHOLDER = 'YOUR_WRITE_KEY'

export function curlSnippet(host: string, writeKey = PLACEHOLDER) {
  return `curl ${host}/functions/v1/ingest/v1/track \\
  -u ${writeKey}: \\
  -H 'content-type: application/json' \\
  -d '{
    "userId": "customer-1",
    "event": "Order Completed",
    "properties": { "total": 19.9, "currency": "EUR" }
  }'`
}

export function nodeSnippet(host: string, writeKey = PLACEHOLDER) {
  return `import { Analytics } from '@segment/analytics-node'

const analytics = new Analytics({
  writeKey: '${writeKey}',
  host: '${host}',
  path: '/functions/v1/ingest/v1/batch',
})

analytics.identify({
  userId: 'customer-1',
  traits: { email: 'ana@example.com', locale: 'ro', timezone: 'Europe/Bucharest' },
})
analytics.track({
  userId: 'customer-1',
  event: 'Order Completed',
  properties: { total: 19.9, currency: 'EUR' },
})
await analytics.closeAndFlush()`
}
