import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startFunctions } from './denoProcess.ts'
import { freePorts } from './ports.ts'
import { isAlive, untilGone } from './processInfo.ts'

let folder: string
let base: string
let functions: Awaited<ReturnType<typeof startFunctions>>
const log: string[] = []

const sources = {
  echo: `export default { async fetch(request) {
    const { pathname, search } = new URL(request.url)
    return new Response(await request.text(), { status: 201, headers: { 'x-seen': request.method + ' ' + pathname + search } })
  } }`,
  throws: `throw new Error('no luck today')`,
  mistyped: `export default {`,
  incomplete: `import './nowhere.ts'\nexport default {}`,
  breaks: `export default { fetch() { throw new Error('mid-way') } }`,
  changing: `export default { fetch: () => new Response('before') }`,
  quits: `export default { fetch() { Deno.exit(3) } }`,
  environment: `export default { fetch: () => Response.json(Object.fromEntries(
    ['SUPABASE_URL', 'SUPABASE_DB_URL', 'SMTP_URL', 'PUBLIC_URL', 'PERENNIAL_CLOCK'].map((name) => [name, Deno.env.get(name)]))) }`,
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'functions-'))
  for (const [name, text] of Object.entries(sources)) {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'index.ts'), text)
  }
  const { functions: port } = await freePorts()
  base = `http://127.0.0.1:${port}/functions/v1`
  functions = await startFunctions({
    port,
    url: 'http://origin.example',
    databaseUrl: 'postgres://database.example/postgres',
    smtpPort: 2525,
    functionsDir: folder,
    report: (line) => log.push(line),
  })
})

afterAll(async () => {
  await functions.stop()
  rmSync(folder, { recursive: true })
})

const errorOf = async (name: string) => {
  const response = await fetch(`${base}/${name}`)
  return {
    status: response.status,
    cors: response.headers.get('access-control-allow-origin'),
    ...(await response.json()).error,
  }
}

test('hands over method, query, body and the path from the name of the function on', async () => {
  const response = await fetch(`${base}/echo/v1/batch?a=1&b=%20`, { method: 'PUT', body: 'body' })
  expect(response.status).toBe(201)
  expect(response.headers.get('x-seen')).toBe('PUT /echo/v1/batch?a=1&b=%20')
  expect(await response.text()).toBe('body')
})

test('says when there is no such function', async () => {
  expect(await errorOf('nothing')).toMatchObject({ status: 404, code: 'not_found', cors: '*' })
  expect(await errorOf('../../etc')).toMatchObject({ status: 404 })
})

test.each([
  ['throws', 'no luck today'],
  ['mistyped', 'Expected'],
  ['incomplete', 'nowhere.ts'],
])('says why the function that %s does not start', async (name, reason) => {
  expect(await errorOf(name)).toMatchObject({
    status: 503,
    code: 'boot_error',
    message: expect.stringContaining(reason),
  })
})

test('survives a function that throws in the middle', async () => {
  expect(await errorOf('breaks')).toMatchObject({ status: 500, code: 'internal' })
  expect((await fetch(`${base}/echo`)).status).toBe(201)
})

test('gives the functions what hosted ones find in their environment', async () => {
  expect(await (await fetch(`${base}/environment`)).json()).toEqual({
    SUPABASE_URL: 'http://origin.example',
    PUBLIC_URL: 'http://origin.example',
    SUPABASE_DB_URL: 'postgres://database.example/postgres',
    SMTP_URL: 'smtp://127.0.0.1:2525',
    PERENNIAL_CLOCK: 'movable',
  })
})

test('starts again after a crash, and says so', async () => {
  const pid = functions.pid()
  await expect(fetch(`${base}/quits`)).rejects.toThrow()
  await vi.waitFor(async () => expect((await fetch(`${base}/echo`)).status).toBe(201), { timeout: 5000 })
  expect(functions.pid()).not.toBe(pid)
  expect(log).toContain('The functions process ended (exit code 3) and is started again.')
})

test('takes up changed code when restarted, without a word', async () => {
  const said = log.length
  expect(await (await fetch(`${base}/changing`)).text()).toBe('before')
  writeFileSync(join(folder, 'changing/index.ts'), `export default { fetch: () => new Response('after') }`)
  functions.restart()
  await vi.waitFor(async () => expect(await (await fetch(`${base}/changing`)).text()).toBe('after'), { timeout: 5000 })
  expect(log.slice(said)).toEqual([])
})

test('leaves no process behind', async () => {
  const { functions: port } = await freePorts()
  const other = await startFunctions({
    port,
    url: '',
    databaseUrl: '',
    smtpPort: 1,
    functionsDir: folder,
    report: () => undefined,
  })
  const pid = other.pid() ?? 0
  expect(isAlive(pid)).toBe(true)
  await other.stop()
  expect(await untilGone(pid, 1000)).toBe(true)
})
