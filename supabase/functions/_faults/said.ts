/** What a worker tells the one who may kill it. */
export type Said =
  | { is: 'ready' }
  | { is: 'idle'; now: number }
  | { is: 'begun' | 'done'; phase: string; turn: number }
  | { is: 'failed'; phase: string; turn: number; code: string }
