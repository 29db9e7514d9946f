import { randomUUID } from 'node:crypto'
import postgres from 'postgres'

/** A database of its own on a running server, for a test that changes what others share. */
export async function anEmptyDatabase(serverUrl: string) {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const server = postgres(serverUrl, { max: 1, onnotice: () => undefined })
  await server.unsafe(`create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return {
    url: url.href,
    async drop() {
      await server.unsafe(`drop database ${name} with (force)`)
      await server.end()
    },
  }
}
