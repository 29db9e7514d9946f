import { expect, test } from 'vitest'
import { aJourney } from '../../../src/testing/aJourney.ts'
import { aLiveJourney } from '../_testing/aLiveJourney.ts'
import { aWorkspace } from '../_testing/aWorkspace.ts'
import { later, start, track } from '../_testing/events.ts'
import { call, sql } from '../_testing/stack.ts'
import { enrollmentsOf, stepsOf, tick } from '../_testing/worker.ts'

test('L19: the draft goes on from what was published, with every step; people go on by the published one meanwhile', async () => {
  const workspace = await aWorkspace()
  const journey = await aLiveJourney(workspace, aJourney().trigger('Opened').wait('PT1H').exit('first'))
  const where = `workspace_id=eq.${workspace.id}&id=eq.${journey.id}`
  const [before] = await sql`
    select journeys.draft, version.document from public.journeys
    join public.journey_versions version on version.workspace_id = journeys.workspace_id and version.journey_id = journeys.id
    where journeys.workspace_id = ${workspace.id} and journeys.id = ${journey.id}`
  expect(before?.draft).toEqual(before?.document)

  // Half done, with a step that nothing leads to: kept as it is, and of no effect until it is published.
  const draft = aJourney().trigger('Opened').exit('second').build()
  const half = {
    ...draft,
    nodes: [...draft.nodes, { id: 'orphan', type: 'wait', data: { until: 'duration', lasting: 'P1D' } }],
  }
  const { status } = await call(`/rest/v1/journeys?${where}`, {
    method: 'PATCH',
    headers: workspace.owner.headers,
    body: { draft: half, revision: 2 },
  })
  expect(status).toBe(204)
  await track(workspace, 'u1', 'Opened')
  await tick(later({ hours: 1 }))
  expect((await enrollmentsOf(journey)).map(({ ended_because }) => ended_because)).toEqual(['first'])
  expect((await stepsOf(journey))[0]).toBe(`${start} n_1 next`)
})
