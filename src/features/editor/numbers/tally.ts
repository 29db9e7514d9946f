import type { CountRow } from '@/data/journeyNumbers'

/** How many came to a step, went on by each port, ended there, and what became of what it sent. */
export interface NodeTally {
  arrived: number
  inStep: number
  left: Readonly<Record<string, number>>
  ended: Readonly<Record<string, number>>
  sent: number
  delivered: number
  opened: number
  clicked: number
  skipped: Readonly<Record<string, number>>
  failed: Readonly<Record<string, number>>
}

export interface Tally {
  version: number
  entered: number
  converted: number
  value: number
  byNode: ReadonlyMap<string, NodeTally>
  /** Whether a contact who writes their locale like this is among those counted. */
  counts: (raw: string) => boolean
}

interface Wanted {
  version: number
  /** A locale of the workspace, or nothing for all. */
  locale: string | undefined
  /** The locale of the workspace that a contact's own stands for. */
  localeOf: (raw: string) => string | null
}

/** Adds the rows of one version, and of one locale if wanted, up per step. */
export function tally(rows: readonly CountRow[], { version, locale, localeOf }: Wanted): Tally {
  const counts = (raw: string) => locale === undefined || localeOf(raw) === locale
  const wanted = rows.filter((row) => row.version === version && counts(row.locale))
  const ids = new Set(wanted.map(({ node_id }) => node_id).filter(Boolean))
  return {
    version,
    counts,
    entered: sum(wanted, 'entered'),
    converted: sum(wanted, 'converted'),
    value: wanted.filter(({ metric }) => metric === 'converted').reduce((total, { value }) => total + value, 0),
    byNode: new Map([...ids].map((id) => [id, nodeTally(wanted.filter(({ node_id }) => node_id === id))])),
  }
}

function nodeTally(rows: readonly CountRow[]): NodeTally {
  const [left, ended] = [byDetail(rows, 'left'), byDetail(rows, 'ended')]
  const gone = total(left) + total(ended)
  // Nobody arrives at a trigger: contacts enter there.
  const arrived = sum(rows, 'arrived') + sum(rows, 'entered')
  return {
    arrived,
    inStep: arrived - gone,
    left,
    ended,
    sent: sum(rows, 'sent'),
    delivered: sum(rows, 'delivered'),
    opened: sum(rows, 'opened'),
    clicked: sum(rows, 'clicked'),
    skipped: byDetail(rows, 'skipped'),
    failed: byDetail(rows, 'failed'),
  }
}

const sum = (rows: readonly CountRow[], metric: string): number =>
  rows.reduce((so, row) => (row.metric === metric ? so + row.count : so), 0)

export const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((so, count) => so + count, 0)

function byDetail(rows: readonly CountRow[], metric: string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const row of rows) if (row.metric === metric) counts[row.detail] = (counts[row.detail] ?? 0) + row.count
  return counts
}
