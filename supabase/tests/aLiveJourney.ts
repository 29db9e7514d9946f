import { sql } from './database.ts'

/** A published journey that `t` lets people into; its nodes are only names here, as no engine runs. */
export async function aLiveJourney(workspace: string): Promise<string> {
  const [made] = await sql`insert into public.journeys (workspace_id, name, draft)
    values (${workspace}, 'Journey', ${sql.json(draft)}) returning id`
  const journey = String(made?.id)
  await publish(workspace, journey)
  return journey
}

export async function publish(workspace: string, journey: string): Promise<number> {
  const [published] = await sql`select private.publish(workspace_id, id, revision, null, now()) as version
    from public.journeys where workspace_id = ${workspace} and id = ${journey}`
  return Number(published?.version)
}

const draft = {
  format: 1,
  nodes: [{ id: 't', type: 'trigger', data: {} }],
  edges: [],
  settings: { reentry: { allow: 'never' }, exit: [] },
  notes: [],
}
