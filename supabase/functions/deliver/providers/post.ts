import { Buffer } from 'node:buffer'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'

const MOST_BYTES = 1_000_000
const KEPT = { keepAlive: true, maxSockets: 64, timeout: 60_000 }
const agents = { 'http:': new http.Agent(KEPT), 'https:': new https.Agent(KEPT) }

export interface Posted {
  status: number
  headers: Headers
  text: string
}

export interface Post {
  body: string
  milliseconds: number
  /** Whether the other side takes the same post twice without harm. */
  mayRepeat: boolean
}

/**
 * Posts a body, without following redirects; throws what the network throws, and after so many milliseconds. Over a connection that
 * is kept only where it may be repeated: where such a one ends without an answer, Deno asks again by itself, with `fetch` as with
 * an agent, though the mail may have been taken.
 */
export function post(
  address: string,
  headers: Record<string, string>,
  { body, milliseconds, mayRepeat }: Post,
): Promise<Posted> {
  const url = new URL(address)
  const isSecure = url.protocol === 'https:'
  return new Promise((resolve, reject) => {
    const request = (isSecure ? https : http).request(url, {
      method: 'POST',
      agent: mayRepeat && agents[isSecure ? 'https:' : 'http:'],
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    })
    const late = setTimeout(() => request.destroy(new Error('No answer in time')), milliseconds)
    const end = (how: () => void) => {
      clearTimeout(late)
      how()
    }
    request.on('error', (error) => end(() => reject(error)))
    request.on('response', (response) => {
      read(response).then(
        (posted) => end(() => resolve(posted)),
        (error) => end(() => reject(error)),
      )
    })
    request.end(body)
  })
}

async function read(response: IncomingMessage): Promise<Posted> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of response) {
    size += part.length
    if (size > MOST_BYTES) throw new Error('The answer is too long')
    parts.push(part)
  }
  const headers = new Headers()
  for (const [name, value] of Object.entries(response.headers)) headers.set(name, String(value))
  return { status: response.statusCode ?? 0, headers, text: Buffer.concat(parts).toString('utf8') }
}
