import { vi } from 'vitest'
import { aServer } from './aServer.ts'

export type Reply = { status: number; body?: unknown; headers?: Record<string, string> }

/** A server on this machine that stands in for a provider: it answers the replies in turn, the last for ever. */
export async function aProviderServer(...replies: Reply[]) {
  const { seen, origin } = await aServer((_, response) => {
    const { status, body, headers } = replies[Math.min(seen.length, replies.length) - 1] ?? { status: 500 }
    const text = typeof body === 'string' ? body : JSON.stringify(body ?? {})
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text)
  })
  vi.stubEnv('PROVIDERS_ORIGIN', origin)
  return { seen, origin }
}
