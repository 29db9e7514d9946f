import { HttpError } from './httpError.ts'

/** A body as JSON; what is none is the caller's mistake, and the answer says where. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new HttpError(400, 'malformed_json', `The body is not JSON: ${error.message}.`)
    throw error
  }
}
