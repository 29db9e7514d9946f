import { queryOptions } from '@tanstack/react-query'
import { createStore, delMany, entries, get, set, type UseStore } from 'idb-keyval'
import type { Journey } from '@/engine/journey'
import type { Past } from '../store/documentSlice'

/** A draft as it stood in this browser, with all that could be undone and redone. */
export interface KeptHistory {
  /** The stored revision that the draft goes on from. */
  revision: number
  journey: Journey
  past: readonly Past[]
  future: readonly Past[]
  /** When it was kept, in epoch milliseconds. */
  at: number
}

/** Part of the database's name: a history of another shape is never met. */
const SHAPE = 1
const MOST_KEPT = 20

let opened: UseStore | undefined
const histories = (): UseStore => {
  opened ??= createStore(`perennial-histories-${SHAPE}`, 'histories')
  return opened
}

/** The history kept under a key; nothing also where the browser keeps nothing, as in some private windows. */
export const keptHistoryQuery = (key: string) =>
  queryOptions({
    queryKey: ['keptHistory', key],
    queryFn: async () => (await get<KeptHistory>(key, histories()).catch(() => undefined)) ?? null,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })

export async function keepHistory(key: string, history: KeptHistory): Promise<void> {
  await set(key, history, histories())
}

/** Lets go of all but the histories kept last. */
export async function forgetOldHistories(): Promise<void> {
  const kept = await entries<string, KeptHistory>(histories())
  const old = kept.toSorted(([, one], [, other]) => other.at - one.at).slice(MOST_KEPT)
  await delMany(
    old.map(([key]) => key),
    histories(),
  )
}
