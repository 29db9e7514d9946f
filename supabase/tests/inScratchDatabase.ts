import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { connect, sql } from './database.ts'

/** Lends an empty database of the same server, and drops it afterwards. */
export async function inScratchDatabase(work: (url: string, scratch: typeof sql) => Promise<void>) {
  const name = `scratch_${randomUUID().replaceAll('-', '')}`
  const url = new URL(inject('databaseUrl'))
  url.pathname = `/${name}`
  await sql.unsafe(`create database ${name} template template0`)
  const scratch: typeof sql = connect(1, url.href)
  try {
    await work(url.href, scratch)
  } finally {
    await scratch.end()
    await sql.unsafe(`drop database ${name} with (force)`)
  }
}
