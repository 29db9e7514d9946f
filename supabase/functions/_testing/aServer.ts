import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'

export type Seen = { url: string; method: string; headers: IncomingMessage['headers']; body: string }

/** A server on this machine for the length of a test: what it was asked, and where it is. */
export async function aServer(reply: (seen: Seen, response: ServerResponse) => void, port = 0) {
  const seen: Seen[] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const { url = '', method = '', headers } = request
    const one = { url, method, headers, body: Buffer.concat(parts).toString() }
    seen.push(one)
    reply(one, response)
  })
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  })
  const address = server.address()
  return { seen, origin: `http://127.0.0.1:${typeof address === 'object' && address?.port}` }
}
