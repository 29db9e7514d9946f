import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { type Answer, askOutside, type Limits, type Question } from './askOutside.ts'
import { checkedAddress, type Lookup } from './checkedAddress.ts'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
})

type Seen = { url: string; method: string; headers: IncomingMessage['headers']; body: string }
type Reply = (seen: Seen, response: ServerResponse) => void

/** A server on this machine, and what it was asked. */
async function aServer(reply: Reply) {
  const seen: Seen[] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const one = {
      url: request.url ?? '',
      method: request.method ?? '',
      headers: request.headers,
      body: Buffer.concat(parts).toString(),
    }
    seen.push(one)
    reply(one, response)
  })
  servers.push(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  return { seen, origin: `http://127.0.0.1:${typeof address === 'object' && address?.port}` }
}

const local = { ports: [], local: true }
const limits: Limits = { allowed: local, milliseconds: 2000, bytes: 1000, redirects: 3 }
const ask = (
  url: string,
  more: Partial<Question> = {},
  less: Partial<Limits> = {},
  lookup?: Lookup,
): Promise<Answer> => {
  const question = { method: 'POST', headers: { 'content-type': 'text/plain' }, ownHeaders: {}, body: 'hello' }
  return askOutside({ ...question, url: new URL(url), ...more }, { ...limits, ...less }, lookup)
}
const lead =
  (to: string, status = 307): Reply =>
  (_, response) =>
    response.writeHead(status, { location: to }).end()

test('asks with method, path, headers and body, and answers with status and body', async () => {
  const { origin, seen } = await aServer((_, response) => response.writeHead(201, { 'retry-after': '7' }).end('made'))
  const answer = await ask(`${origin}/hook?a=%C3%A9`, { ownHeaders: { 'x-key': 'k' } })
  expect(answer).toEqual({ status: 201, retryAfter: '7', body: 'made' })
  expect(seen).toMatchObject([
    { method: 'POST', url: '/hook?a=%C3%A9', body: 'hello', headers: { 'x-key': 'k', 'content-type': 'text/plain' } },
  ])
})

describe('addresses', () => {
  const strict = { ports: [8443], local: false }
  const publicly: Lookup = async () => [{ address: '93.184.216.34', family: 4 }]

  test.each([
    ['http', 'http://shop.example/'],
    ['another protocol', 'ftp://shop.example/'],
    ['credentials', 'https://ann:secret@shop.example/'],
    ['another port', 'https://shop.example:22/'],
    ['a private address', 'https://10.0.0.1/'],
    ['an address in disguise', 'https://0x7f.1/'],
    ['a number', 'https://2130706433/'],
    ['a mapped address', 'https://[::ffff:127.0.0.1]/'],
    ['the metadata of a cloud', 'https://169.254.169.254/latest/'],
    ['this machine', 'https://127.0.0.1/'],
  ])('refuses %s', async (_, url) => {
    await expect(checkedAddress(new URL(url), strict, publicly)).rejects.toMatchObject({ name: 'RefusedAddressError' })
  })

  test('refuses a name of which one address is inside, and one without any', async () => {
    const both: Lookup = async () => [...(await publicly('')), { address: '10.0.0.1', family: 4 }]
    const url = new URL('https://shop.example/')
    await expect(checkedAddress(url, strict, both)).rejects.toThrow('not on the public internet')
    await expect(checkedAddress(url, strict, async () => [])).rejects.toThrow('no address')
  })

  test('takes a public name over https, on 443 and the ports allowed', async () => {
    for (const url of ['https://shop.example/', 'https://shop.example:443/', 'https://shop.example:8443/']) {
      expect(await checkedAddress(new URL(url), strict, publicly)).toEqual({ address: '93.184.216.34', family: 4 })
    }
  })

  test('where this machine may be asked, nothing else inside may', async () => {
    await expect(checkedAddress(new URL('http://10.0.0.1/'), local)).rejects.toMatchObject({
      name: 'RefusedAddressError',
    })
    await expect(checkedAddress(new URL('http://shop.example/'), local, publicly)).rejects.toThrow('Only https')
  })

  test('a name that changes its address between the look and the connection is asked at the one looked at', async () => {
    const { origin, seen } = await aServer((_, response) => response.end('inside'))
    let looks = 0
    const rebinding: Lookup = async () => [{ address: looks++ === 0 ? '127.0.0.1' : '10.0.0.1', family: 4 }]
    const { port } = new URL(origin)
    expect((await ask(`http://rebind.example:${port}/`, {}, {}, rebinding)).body).toBe('inside')
    expect(looks).toBe(1)
    expect(seen[0]?.headers.host).toBe(`rebind.example:${port}`)
  })

  test('a name is looked at again for every redirect', async () => {
    let looks = 0
    const rebinding: Lookup = async () => [{ address: looks++ === 0 ? '127.0.0.1' : '10.0.0.1', family: 4 }]
    const { origin, seen } = await aServer((_, response) => response.writeHead(307, { location: '/again' }).end())
    const { port } = new URL(origin)
    await expect(ask(`http://rebind.example:${port}/`, {}, {}, rebinding)).rejects.toMatchObject({
      name: 'RefusedAddressError',
    })
    expect(seen).toHaveLength(1)
  })
})

describe('redirects', () => {
  test('are followed three times, and no more', async () => {
    const { origin, seen } = await aServer(({ url }, response) => {
      const hop = Number(url.slice(1))
      if (hop === 3) response.end('there')
      else response.writeHead(307, { location: `/${hop + 1}` }).end()
    })
    expect((await ask(`${origin}/0`)).body).toBe('there')
    expect(seen.map(({ method, body }) => `${method} ${body}`)).toEqual(Array(4).fill('POST hello'))
    await expect(ask(`${origin}/-1`)).rejects.toMatchObject({ name: 'TooManyRedirectsError' })
  })

  test('to the inside are refused', async () => {
    const { origin } = await aServer(lead('http://169.254.169.254/latest/meta-data/'))
    await expect(ask(origin)).rejects.toMatchObject({ name: 'RefusedAddressError' })
  })

  test('to another origin do not take the own headers along', async () => {
    const other = await aServer((_, response) => response.end('other'))
    const { origin } = await aServer(lead(`${other.origin}/x`))
    await ask(origin, { ownHeaders: { authorization: 'Bearer k', 'x-key': 'k' } })
    expect(other.seen[0]?.headers).toMatchObject({ 'content-type': 'text/plain' })
    expect(Object.keys(other.seen[0]?.headers ?? {})).not.toEqual(expect.arrayContaining(['authorization']))
    expect(other.seen[0]?.headers['x-key']).toBeUndefined()
    const same = await aServer(({ url }, response) => (url === '/' ? lead('/b')({} as Seen, response) : response.end()))
    await ask(same.origin, { ownHeaders: { 'x-key': 'k' } })
    expect(same.seen[1]?.headers['x-key']).toBe('k')
  })

  test.each([301, 302, 303])('of status %i turn a POST into a GET without a body', async (status) => {
    const { origin, seen } = await aServer(({ url }, response) =>
      url === '/' ? lead('/b', status)({} as Seen, response) : response.end(),
    )
    await ask(origin)
    expect(seen[1]).toMatchObject({ method: 'GET', url: '/b', body: '' })
    expect(seen[1]?.headers['content-type']).toBeUndefined()
  })
})

describe('limits', () => {
  test('an answer that is too large is not read to its end', async () => {
    const { origin } = await aServer((_, response) => response.end('x'.repeat(1001)))
    await expect(ask(origin)).rejects.toMatchObject({ name: 'AnswerTooLargeError' })
    expect((await ask(origin, {}, { bytes: 1001 })).body).toHaveLength(1001)
  })

  test('one that never ends is given up', async () => {
    const { origin } = await aServer((_, response) => void response.write('x'))
    await expect(ask(origin, {}, { milliseconds: 150 })).rejects.toMatchObject({ name: 'AnswerTooLateError' })
  })

  test('a name that is never found is given up', async () => {
    const never: Lookup = () => new Promise(() => undefined)
    await expect(ask('https://shop.example', {}, { milliseconds: 50 }, never)).rejects.toMatchObject({
      name: 'AnswerTooLateError',
    })
  })

  test('a connection that breaks off within the answer is an error', async () => {
    const { origin } = await aServer((_, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half', () => response.destroy())
    })
    await expect(ask(origin)).rejects.toThrow()
  })
})
