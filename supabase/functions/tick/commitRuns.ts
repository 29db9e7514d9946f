import type { Queryable } from '../_shared/database.ts'
import { jsonbText } from '../_shared/jsonbText.ts'

/** What a run did; every row names its enrollment by workspace and id. */
interface WrittenRun {
  standing: object
  steps: readonly object[]
  outbox: readonly object[]
  changes: readonly object[]
  moves: readonly object[]
}

/** Writes down what a batch of runs did, as flat lists: a list within each run would be taken apart once per run. */
export async function commitRuns(sql: Queryable, runs: readonly WrittenRun[]): Promise<void> {
  const standings = jsonbText(runs.map(({ standing }) => standing))
  const all = (part: 'steps' | 'outbox' | 'changes' | 'moves') => jsonbText(runs.flatMap((run) => run[part]))
  await sql`select private.commit_runs(${standings}::text::jsonb, ${all('steps')}::text::jsonb,
    ${all('outbox')}::text::jsonb, ${all('changes')}::text::jsonb, ${all('moves')}::text::jsonb)`
}
