import { act, screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { type Simulation, simulate } from '@/engine/simulate'
import { nodeTypes } from '@/nodes'
import { aJourney } from '@/testing/aJourney'
import { clientOf, workspaceId } from '@/testing/aWorkspace'
import { fakeApi } from '@/testing/fakeApi'
import { renderPage } from '@/testing/render'
import { EditorScope, Workbench } from '../JourneyEditor'
import { createEditorStore } from '../store/createEditorStore'
import { createWorld } from '../store/world'
import type { SimulationRequest } from './requestOf'

// Here there are no threads.
vi.mock('./startSimulations', () => ({
  startSimulations: (onAnswer: (simulation: Simulation) => void) => ({
    run: (request: SimulationRequest) => onAnswer(simulate({ ...request, nodeTypes })),
    stop: () => undefined,
  }),
}))

const asking = aJourney()
  .trigger('a')
  .update({ do: 'add', attribute: 'score', by: 10 }, { do: 'stage', stage: 'loyal' })
  .webhook({ url: 'https://till.example/hook' }, { failed: (lane) => lane.exit('failed') })
  .as('rest')
  .wait('P1D')
  .goTo('rest', 1)
  .build()

const standing = { changed_at: null, member_of: null, subscriptions: null, suppressed: null, sends: null, policy: null }

async function open() {
  fakeApi({
    'rest/v1/rpc/event_names': [],
    'rest/v1/rpc/search_contacts': [],
    'rest/v1/rpc/attribute_names': [],
    'rest/v1/contacts': [],
    'rest/v1/events': [],
    'rest/v1/workspace_locales': [{ locale: 'en', position: 0, fallbacks: [], time_zone: null }],
    'rest/v1/rpc/contact_standing': [standing],
    'rest/v1/topics': [],
    'rest/v1/sending_policies': [],
  })
  const world = createWorld({
    workspaceId,
    journeyId: 'j',
    check: { locales: ['en'], sourceLocale: 'en' },
    zone: 'UTC',
    readOnly: false,
  })
  const store = createEditorStore({ journey: asking, revision: 1 })
  const page = (
    <EditorScope editor={{ store, world }}>
      <Workbench />
    </EditorScope>
  )
  const view = await renderPage(page, { queryClient: clientOf('editor') })
  act(() => store.getState().openPanel('simulator'))
  const panel = within(await screen.findByRole('complementary', { name: 'Try it out' }))
  await panel.findByRole('button', { name: 'Next step' })
  return { ...view, store, panel }
}

test('tells what a step changes, who answers for the server, and where a jump leads', async () => {
  const { panel, store } = await open()
  act(() => store.getState().showUpTo(99))
  const log = within(panel.getByRole('log'))
  expect(log.getByText('Changes: score + 10 and stage “loyal”')).toBeVisible()
  expect(log.getByText('The server answered: goes on by “Answered”')).toBeVisible()
  expect(log.getByText(/The simulation answered in the server’s place/)).toBeVisible()
  expect(log.getAllByText('Go to “Wait 1 day”')).toHaveLength(2)
  expect(log.getByText('The journey ends: Came here as often as is allowed')).toBeVisible()
})

test('shows how it goes on when the server answers with an error', async () => {
  const { panel, store, user } = await open()
  await user.click(panel.getByRole('combobox', { name: 'How servers answer' }))
  await user.click(await screen.findByRole('option', { name: 'With an error' }))
  act(() => store.getState().showUpTo(99))
  expect(panel.getByText('The server refused: goes on by “Failed”')).toBeVisible()
})
