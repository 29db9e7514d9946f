import { z } from 'zod'

export const faults = [
  'network',
  'signedOut',
  'forbidden',
  'notFound',
  'conflict',
  'invalid',
  'tooMany',
  'unknown',
] as const

/** What kind of failure it was, by what the reader can do about it. */
export type Fault = (typeof faults)[number]

const failure = z.object({ status: z.number().optional(), code: z.string().optional(), message: z.string().optional() })

const byStatus: Record<number, Fault> = {
  0: 'network',
  400: 'invalid',
  401: 'signedOut',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  422: 'invalid',
  429: 'tooMany',
}

const byCode: Record<string, Fault> = {
  '42501': 'forbidden',
  '23505': 'conflict',
  '23514': 'invalid',
  '22P02': 'invalid',
  PGRST116: 'notFound',
  PGRST301: 'signedOut',
}

export function faultOf(error: unknown): Fault {
  const parsed = failure.safeParse(error)
  if (!parsed.success) return 'unknown'
  const { status, code = '', message = '' } = parsed.data
  if (/failed to fetch|networkerror|load failed/i.test(message)) return 'network'
  const raised = /^PT(\d{3})$/.exec(code)?.[1]
  return byCode[code] ?? byStatus[Number(raised ?? status ?? Number.NaN)] ?? 'unknown'
}
