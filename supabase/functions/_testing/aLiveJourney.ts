import type { Journey } from '../../../src/engine/journey.ts'
import type { JourneyBuilder } from '../../../src/testing/aJourney.ts'
import type { Person } from './aPerson.ts'
import type { Workspace } from './aWorkspace.ts'
import { type Answer, call } from './stack.ts'

export type LiveJourney = { workspace: Workspace; id: string; version: number }

/** Saves a document as a draft and answers the journey's id. Anything goes, as in the API. */
export async function aDraft(workspace: Workspace, draft: unknown): Promise<string> {
  const { body } = await call('/rest/v1/journeys?select=id', {
    headers: { ...workspace.owner.headers, prefer: 'return=representation' },
    body: { workspace_id: workspace.id, name: 'Journey', draft },
  })
  return body[0].id
}

export const publish = (person: Person, workspaceId: string, journeyId: string, revision = 1): Promise<Answer> =>
  call('/functions/v1/publish', { headers: person.headers, body: { workspaceId, journeyId, revision } })

/** Publishes a journey as the workspace's owner. */
export async function aLiveJourney(workspace: Workspace, drawn: JourneyBuilder | Journey): Promise<LiveJourney> {
  const id = await aDraft(workspace, 'build' in drawn ? drawn.build() : drawn)
  const { status, body } = await publish(workspace.owner, workspace.id, id)
  if (status !== 200) throw new Error(`Not published: ${JSON.stringify(body)}`)
  return { workspace, id, version: body.version }
}
