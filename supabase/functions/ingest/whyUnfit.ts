import { Buffer } from 'node:buffer'

const MOST_BYTES_PER_CALL = 32_768
const MOST_LEVELS = 100

/** Escapes that JSON allows and jsonb does not: U+0000 and surrogates without their other half. */
export const unstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/i

export interface Unfit {
  code: 'invalid_call' | 'too_large'
  message: string
}

/** What of a valid call could not be stored. Depth comes first: what follows goes down into the call level by level. */
export function whyUnfit(raw: unknown): Unfit | undefined {
  if (isDeeperThan(MOST_LEVELS, raw))
    return { code: 'invalid_call', message: `It is nested deeper than ${MOST_LEVELS} levels.` }
  const text = JSON.stringify(raw)
  if (Buffer.byteLength(text) > MOST_BYTES_PER_CALL)
    return { code: 'too_large', message: `A call takes ${MOST_BYTES_PER_CALL} bytes.` }
  if (unstorable.test(text))
    return { code: 'invalid_call', message: 'It contains a null character or half a character.' }
  return undefined
}

/** Says whether a value goes down further than so many levels, without going down it by calling itself. */
export function isDeeperThan(levels: number, value: unknown): boolean {
  let level = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > levels) return true
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []))
  }
  return false
}
