import postgres from 'postgres'
import { afterAll, inject } from 'vitest'

const bigint = { to: 20, from: [20], serialize: String, parse: Number }

/** As the database's owner, to look at what the functions did and to bring about what they must survive. */
export const sql = postgres(inject('databaseUrl'), { max: 3, onnotice: () => undefined, types: { bigint } })

afterAll(() => sql.end())

// biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what each test is about.
export type Answer = { status: number; body: any; text: string; headers: Headers }

type Call = { method?: string; headers?: Record<string, string>; body?: unknown }

/** Calls an address of the stack; a body that is no text goes as JSON. Redirects are answers, not followed. */
export async function call(path: string, { method = 'POST', headers = {}, body }: Call = {}): Promise<Answer> {
  const response = await fetch(new URL(path, inject('url')), {
    method,
    redirect: 'manual',
    headers: { ...(typeof body === 'object' && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') && text !== ''
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined }
}

/** The secret key, and with a time the clock moved to it. */
export const secret = (at?: string): Record<string, string> => ({
  apikey: inject('secretKey'),
  ...(at !== undefined && { 'x-perennial-clock': at }),
})
