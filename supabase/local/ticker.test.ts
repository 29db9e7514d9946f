import { createServer, type ServerResponse } from 'node:http'
import { afterEach, expect, test, vi } from 'vitest'
import { startTicker } from './ticker.ts'

const open: (() => unknown)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

async function tickAgainst(answer: (path: string, response: ServerResponse) => void) {
  const calls: string[] = []
  const reports: string[] = []
  const server = createServer((request, response) => {
    calls.push(`${request.method} ${request.url} ${request.headers.apikey}`)
    answer(request.url ?? '', response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const ticker = startTicker({
    functionsUrl: `http://127.0.0.1:${port}`,
    report: (line) => reports.push(line),
    pause: 5,
  })
  open.push(ticker.stop, () => server.close().closeAllConnections())
  return { calls, reports }
}

test('calls tick and then deliver, again and again, one at a time', async () => {
  let inHand = 0
  const { calls } = await tickAgainst((_path, response) => {
    expect(++inHand).toBe(1)
    setImmediate(() => {
      inHand--
      response.end('{}')
    })
  })
  await vi.waitFor(() => expect(calls.length).toBeGreaterThanOrEqual(4))
  const round = ['POST /functions/v1/tick sb_secret_local', 'POST /functions/v1/deliver sb_secret_local']
  expect(calls.slice(0, 4)).toEqual([...round, ...round])
})

test('reports a failure once, not every time, and says nothing of functions that do not exist', async () => {
  const { calls, reports } = await tickAgainst((path, response) => {
    response.writeHead(path.endsWith('tick') ? 500 : 404).end('broken')
  })
  await vi.waitFor(() => expect(calls.length).toBeGreaterThanOrEqual(6))
  expect(reports).toEqual(['The function tick failed: 500 broken'])
})
