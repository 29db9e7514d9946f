import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBuiltApp } from './builtApp.ts'

const folder = mkdtempSync(join(tmpdir(), 'built-app-'))
const app = join(folder, 'app')
const server = createServer(createBuiltApp(app))

beforeAll(async () => {
  mkdirSync(join(app, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(app, 'index.html'), 'index')
  writeFileSync(join(app, 'assets/app-1.js'), 'script')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterAll(() => {
  server.close().closeAllConnections()
  rmSync(folder, { recursive: true })
})

/** By hand, because fetch tidies paths before it sends them. */
function ask(path: string) {
  const { port } = server.address() as { port: number }
  return new Promise<{ status: number | undefined; body: string; type: string | undefined; cache: string | undefined }>(
    (resolve, reject) => {
      get({ host: '127.0.0.1', port, path }, async (response) => {
        const { 'content-type': type, 'cache-control': cache } = response.headers
        resolve({ status: response.statusCode, body: await text(response), type, cache })
      }).once('error', reject)
    },
  )
}

test('answers every screen with the index page', async () => {
  for (const path of ['/', '/journeys/7?tab=people', '/sign-in'])
    expect(await ask(path)).toMatchObject({
      status: 200,
      body: 'index',
      type: 'text/html; charset=utf-8',
      cache: 'no-cache',
    })
})

test('keeps assets for good, and never answers a missing one with a page', async () => {
  expect(await ask('/assets/app-1.js')).toMatchObject({
    body: 'script',
    type: 'text/javascript; charset=utf-8',
    cache: expect.stringContaining('immutable'),
  })
  expect(await ask('/assets/app-2.js')).toMatchObject({ status: 404 })
})

test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/..%2f..%2fsecret.txt', '/%00', '/%'])(
  'gives nothing outside its folder for %s',
  async (path) => {
    expect((await ask(path)).body).not.toBe('secret')
  },
)
