import { Buffer } from 'node:buffer'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { type Allowed, type CheckedAddress, checkedAddress, type Lookup } from './checkedAddress.ts'
import { AnswerTooLargeError, AnswerTooLateError, TooManyRedirectsError } from './outsideErrors.ts'

export interface Question {
  method: string
  url: URL
  /** Sent wherever the question goes. */
  headers: Record<string, string>
  /** Sent to the first origin only: they may hold a key. */
  ownHeaders: Record<string, string>
  body: string | undefined
}

export interface Answer {
  status: number
  retryAfter: string | undefined
  body: string
}

export interface Limits {
  allowed: Allowed
  /** For all together: names, connections, redirects, the whole answer. */
  milliseconds: number
  bytes: number
  redirects: number
}

/**
 * Asks a server that anybody may have named. Every address is looked at before it is connected to, and the connection goes to
 * the address that was looked at; redirects are followed by the same rules. Throws the errors of `outsideErrors`, and the
 * network's own.
 */
export async function askOutside(question: Question, limits: Limits, lookup?: Lookup): Promise<Answer> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(new AnswerTooLateError('No answer in time')), limits.milliseconds)
  try {
    return await withSignal(follow(question, limits, { lookup, signal: late.signal }), late.signal)
  } finally {
    clearTimeout(timer)
    late.abort()
  }
}

interface Way {
  lookup: Lookup | undefined
  signal: AbortSignal
}

async function follow(question: Question, limits: Limits, way: Way): Promise<Answer> {
  let asked = question
  for (let redirects = 0; ; redirects++) {
    const address = await checkedAddress(asked.url, limits.allowed, way.lookup)
    way.signal.throwIfAborted()
    const response = await send(asked, address, way.signal)
    const next = ledOn(asked, response)
    if (!next) return await read(response, limits.bytes)
    response.destroy()
    if (redirects === limits.redirects) throw new TooManyRedirectsError('Led on too often')
    asked = next
  }
}

function send(question: Question, { address, family }: CheckedAddress, signal: AbortSignal): Promise<IncomingMessage> {
  const { method, url, headers, ownHeaders, body } = question
  const secure = url.protocol === 'https:'
  return new Promise((resolve, reject) => {
    const request = (secure ? https : http).request({
      method,
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port || (secure ? 443 : 80),
      path: `${url.pathname}${url.search}`,
      headers: {
        ...ownHeaders,
        ...headers,
        'accept-encoding': 'identity',
        ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
      },
      agent: false,
      lookup: (_host, options, answer) =>
        options.all ? answer(null, [{ address, family }]) : answer(null, address, family),
    })
    request.on('response', resolve)
    request.on('error', reject)
    signal.addEventListener('abort', () => request.destroy(), { once: true })
    request.end(body)
  })
}

const REDIRECTS = [301, 302, 303, 307, 308]

/** The question to ask next where a server leads on; nothing where it has answered. A key stays with whom it was meant for. */
function ledOn(question: Question, { statusCode = 0, headers }: IncomingMessage): Question | undefined {
  if (!REDIRECTS.includes(statusCode) || headers.location === undefined) return undefined
  const url = new URL(headers.location, question.url)
  const ownHeaders = url.origin === question.url.origin ? question.ownHeaders : {}
  const becomesGet = statusCode === 303 || (statusCode < 303 && question.method === 'POST')
  if (!becomesGet) return { ...question, url, ownHeaders }
  const { 'content-type': _, ...rest } = question.headers
  return { ...question, url, ownHeaders, headers: rest, method: 'GET', body: undefined }
}

function read(response: IncomingMessage, most: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let size = 0
    response.on('data', (part: Buffer) => {
      size += part.length
      parts.push(part)
      if (size <= most) return
      reject(new AnswerTooLargeError(`The answer is larger than ${most} bytes`))
      response.destroy()
    })
    response.on('error', reject)
    response.on('close', () => reject(new Error('The connection ended within the answer')))
    response.on('end', () =>
      resolve({
        status: response.statusCode ?? 0,
        retryAfter: response.headers['retry-after'],
        body: Buffer.concat(parts).toString('utf8'),
      }),
    )
  })
}

/** The work, or the reason of the signal, whichever comes first: names are looked up by the system, which cannot be told to stop. */
function withSignal<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    work.then(resolve, reject)
  })
}
