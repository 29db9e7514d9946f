import postgres from 'postgres'
import { inject } from 'vitest'

/** One connection that reads times and numbers as those of the functions do. */
export const workerConnection = (url = inject('databaseUrl')) =>
  postgres(url, { max: 1, prepare: false, onnotice: () => undefined, types: { bigint, time } })

export type WorkerConnection = ReturnType<typeof workerConnection>

const bigint = {
  to: 20,
  from: [20],
  serialize: (value: number | bigint) => value.toString(),
  parse: (text: string): number | bigint => Number(text),
}
const time = {
  to: 1184,
  from: [1082, 1114, 1184],
  serialize: (value: Date | string) => new Date(value).toISOString(),
  parse: (text: string) => text,
}
