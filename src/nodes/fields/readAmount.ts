import { readNumber } from './readNumber.ts'

const MOST = 1_000_000_000

/** A number above or below zero as a person writes it; nothing for anything else. */
export function readAmount(text: string): number | undefined {
  const [, minus, rest = ''] = /^\s*([-−\u2010\u2013])?(.*)$/s.exec(text) ?? []
  const size = readNumber(rest.replace(/^\+/, ''), { least: 0, most: MOST })
  return size === undefined ? undefined : minus && size > 0 ? -size : size
}
