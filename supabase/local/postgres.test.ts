import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { removeDataFolder } from './dataFolder.ts'
import { freePorts } from './ports.ts'
import { startPostgres } from './postgres.ts'
import { linkLibraries } from './postgresBinaries.ts'
import { postgresUser } from './postgresUser.ts'
import { isAlive, untilGone } from './processInfo.ts'
import { isReachable } from './reachable.ts'
import { stopStalePostgres } from './stalePostgres.ts'

let folder: string
let port: number

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'perennial-postgres-test-'))
  port = (await freePorts()).postgres
})

afterEach(() => removeDataFolder(folder))

async function ask(url: string, query: string) {
  const sql = postgres(url, { max: 1 })
  try {
    return await sql.unsafe(query)
  } finally {
    await sql.end()
  }
}

test('runs in a folder that nobody else can enter, keeps what it stores, and writes UTF-8', async () => {
  chmodSync(folder, 0o700)
  const first = await startPostgres({ dataDir: folder, port })
  await ask(first.url, `create table words as select 'Ёлка' as word`)
  expect(await ask(first.url, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }])
  expect(await ask(first.url, 'show fsync')).toEqual([{ fsync: 'on' }])
  await first.stop()
  expect(isAlive(first.pid)).toBe(false)

  const second = await startPostgres({ dataDir: folder, port })
  expect(await ask(second.url, 'select word, upper(word) from words')).toEqual([{ word: 'Ёлка', upper: 'ЁЛКА' }])
  await second.stop()
})

test('stops a server left behind on the same data, and only that', async () => {
  chmodSync(folder, 0o755)
  const left = await startPostgres({ dataDir: folder, port, durable: false })
  const next = await startPostgres({ dataDir: folder, port, durable: false })
  expect(isAlive(left.pid)).toBe(false)
  await next.stop()

  writeFileSync(join(folder, 'postmaster.pid'), `${process.pid}\n`)
  await stopStalePostgres(folder)
  expect(statSync(join(folder, 'postmaster.pid'), { throwIfNoEntry: false })).toBeUndefined()
})

test('ends when its launcher is killed without warning', async () => {
  chmodSync(folder, 0o755)
  const launcher = spawn(process.execPath, [
    '--import',
    'tsx',
    join(import.meta.dirname, 'testing/holdPostgres.ts'),
    folder,
    `${port}`,
  ])
  const [line] = await once(launcher.stdout, 'data')
  const pid = Number(line)
  expect(isAlive(pid)).toBe(true)
  launcher.kill('SIGKILL')
  expect(await untilGone(pid, 10_000)).toBe(true)
})

test('says in a sentence which port is taken and how to choose another', async () => {
  const other = createServer().listen(port, '127.0.0.1')
  await once(other, 'listening')
  await expect(startPostgres({ dataDir: folder, port })).rejects.toThrow(
    `Port ${port} is in use by another program: stop that program, or choose another port with POSTGRES_PORT=…`,
  )
  other.close()
})

test('makes the library links that a blocked install script did not make', () => {
  mkdirSync(join(folder, 'native/lib'), { recursive: true })
  const links = [{ source: 'native/lib/libpq.so.5.17', target: 'native/lib/libpq.so.5' }]
  writeFileSync(join(folder, 'native/pg-symlinks.json'), JSON.stringify(links))
  expect(linkLibraries(folder)).toBe(true)
  expect(linkLibraries(folder)).toBe(true)
  expect(readlinkSync(join(folder, 'native/lib/libpq.so.5'))).toBe('libpq.so.5.17')
})

test('borrows a user only where it would otherwise run as root', () => {
  const passwd = join(folder, 'passwd')
  writeFileSync(passwd, 'root:x:0:0::/root:/bin/sh\nnobody:x:65534:65533::/:/bin/false\n')
  const expected = process.getuid?.() === 0 ? { uid: 65534, gid: 65533 } : undefined
  expect(postgresUser(passwd)).toEqual(expected)
})

test('knows which folders another user can walk to', () => {
  const inner = join(folder, 'a/b')
  mkdirSync(inner, { recursive: true })
  const stranger = { uid: 54321, gid: 54321 }
  chmodSync(folder, 0o755)
  expect(isReachable(inner, stranger)).toBe(true)
  chmodSync(join(folder, 'a'), 0o700)
  expect(isReachable(inner, stranger)).toBe(false)
  chmodSync(join(folder, 'a'), 0o755)
  rmSync(inner, { recursive: true })
})
