import { vi } from 'vitest'

export type Call = { method: string; path: string; query: URLSearchParams; body: unknown }
type Answer = unknown | ((call: Call) => unknown)

/** An answer other than 200. */
export class Refusal {
  constructor(
    readonly status: number,
    readonly body: Record<string, unknown> = {},
  ) {}
}

/**
 * Stands in for the server: answers by path, such as `rest/v1/contacts` or `POST auth/v1/token`, and keeps every call.
 * A path it was not told about is refused, so that a test cannot pass by accident.
 */
export function fakeApi(answers: Record<string, Answer>) {
  const calls: Call[] = []
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const call = await read(new Request(input, init))
    calls.push(call)
    const known = answers[`${call.method} ${call.path}`] ?? answers[call.path]
    if (known === undefined) return Response.json({ message: `Nothing known about ${call.path}` }, { status: 404 })
    const answer = typeof known === 'function' ? known(call) : known
    return answer instanceof Refusal ? Response.json(answer.body, { status: answer.status }) : Response.json(answer)
  })
  return {
    calls,
    sent: (path: string) => calls.filter((call) => call.path === path && call.method !== 'GET').map(({ body }) => body),
  }
}

async function read(request: Request): Promise<Call> {
  const url = new URL(request.url)
  const text = await request.text()
  const body: unknown = text ? JSON.parse(text) : undefined
  return { method: request.method, path: url.pathname.slice(1), query: url.searchParams, body }
}
