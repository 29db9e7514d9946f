import { waitOf } from '../waitOf.ts'
import { post } from './post.ts'

const PATIENCE_MS = 20_000
const MOST_TEXT = 300

/** What a provider answered: `body` is empty where it was not JSON. */
export interface Said {
  status: number
  headers: Headers
  body: unknown
  text: string
  /** Milliseconds, of `Retry-After`. */
  after: number | undefined
}

/** Posts JSON to a provider. Answers why not where the network or the provider did not answer in time. */
export async function askProvider(
  url: string,
  headers: Record<string, string>,
  { body, now, mayRepeat = false }: { body: string; now: number; mayRepeat?: boolean },
): Promise<Said | { unreached: string }> {
  try {
    const all = { 'content-type': 'application/json', accept: 'application/json', ...headers }
    const { status, headers: said, text } = await post(url, all, { body, milliseconds: PATIENCE_MS, mayRepeat })
    return {
      status,
      headers: said,
      body: json(text),
      text: text.slice(0, MOST_TEXT),
      after: waitOf(said.get('retry-after') ?? undefined, now),
    }
  } catch (error) {
    // No more than the message: the request holds a key.
    return { unreached: (error instanceof Error ? error.message : String(error)).slice(0, MOST_TEXT) }
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
