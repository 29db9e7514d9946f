import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { type Answer, call } from './stack.ts'

export type Person = { email: string; token: string; headers: Record<string, string> }

/** Signs somebody up through the auth API. */
export async function aPerson(email = `${randomUUID()}@people.example`): Promise<Person> {
  const apikey = inject('publishableKey')
  const { body } = await call('/auth/v1/signup', { headers: { apikey }, body: { email, password: 'long-enough' } })
  return { email, token: body.access_token, headers: { apikey, authorization: `Bearer ${body.access_token}` } }
}

/** Calls a function of the database as a person. */
export const rpc = (person: Person, name: string, args: Record<string, unknown>): Promise<Answer> =>
  call(`/rest/v1/rpc/${name}`, { headers: person.headers, body: args })
