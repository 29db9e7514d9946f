import { inject } from 'vitest'
import type { Reply } from './aProviderServer.ts'
import { aServer, type Seen } from './aServer.ts'

/** Speaks for every provider, where the stack asks for them, for the length of a test: what it was asked. */
export async function theProviders(reply: (seen: Seen) => Reply) {
  const { port } = new URL(inject('providersOrigin'))
  return await aServer((seen, response) => {
    const { status, body, headers } = reply(seen)
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body ?? {}))
  }, Number(port))
}
