import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { createProxy } from './proxy.ts'

const open: { close(): unknown }[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

async function listen(listener: RequestListener) {
  const server: Server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push({ close: () => server.close().closeAllConnections() })
  return (server.address() as { port: number }).port
}

async function through(port: number) {
  const proxy = createProxy(port)
  open.push(proxy)
  return `http://127.0.0.1:${await listen(proxy.forward)}`
}

test('passes both bodies on as streams, with method, query, status and headers', async () => {
  const upstream = await listen((request, response) => {
    response.writeHead(207, { 'x-seen': `${request.method} ${request.url}`, 'set-cookie': ['a=1', 'b=2'] })
    request.pipe(response)
  })
  const body = 'x'.repeat(3_000_000)
  const response = await fetch(`${await through(upstream)}/path?q=%2F`, { method: 'PATCH', body })
  expect(response.status).toBe(207)
  expect(response.headers.get('x-seen')).toBe('PATCH /path?q=%2F')
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  expect(await response.text()).toBe(body)
})

test('hangs up behind when the caller hangs up in front', async () => {
  let hungUp: () => void = () => undefined
  const gone = new Promise<void>((resolve) => {
    hungUp = resolve
  })
  const upstream = await listen((_request, response) => {
    response.write('begin')
    response.on('close', hungUp)
  })
  const caller = new AbortController()
  const response = await fetch(await through(upstream), { signal: caller.signal })
  await response.body?.getReader().read()
  caller.abort()
  await gone
})

test('says that nobody answers, and when to come back', async () => {
  const port = await listen(() => undefined)
  open.pop()?.close()
  const response = await fetch(await through(port))
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toBe('1')
  expect(await response.json()).toMatchObject({ error: { code: 'unavailable' } })
})
