import { randomUUID } from 'node:crypto'
import { sql } from './database.ts'

export type User = { id: string; email: string }

/** Somebody with an account and no workspace. */
export async function aUser(email = `${randomUUID()}@people.example`): Promise<User> {
  const id = randomUUID()
  await sql`insert into auth.users (id, email) values (${id}, ${email})`
  return { id, email }
}
