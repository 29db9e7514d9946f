import { NAME_AT, PLUS_AT } from './measures'
import type { Route } from './picture'

/** Where on a line its "+" sits, and its name above it. */
export const plusAt = ({ column, from, isFork }: Route) => ({
  x: column,
  y: from.y + (isFork ? PLUS_AT.fork : PLUS_AT.row),
})

export const nameAt = ({ column, from }: Route) => ({ x: column, y: from.y + NAME_AT })
