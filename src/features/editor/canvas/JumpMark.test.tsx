import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { removeNode } from '@/engine/edit/removeNode'
import { setNodeData } from '@/engine/edit/setNodeData'
import type { Journey } from '@/engine/journey'
import { aJourney } from '@/testing/aJourney'
import { clientOf, workspaceId } from '@/testing/aWorkspace'
import { fakeApi } from '@/testing/fakeApi'
import { renderPage } from '@/testing/render'
import { EditorScope, Workbench } from '../JourneyEditor'
import { createEditorStore } from '../store/createEditorStore'
import { createWorld } from '../store/world'

const other = '00000000-0000-4000-8000-000000000009'
const change = { code: 'change' } as const

async function open(journey: Journey) {
  vi.spyOn(window, 'matchMedia').mockImplementation((media) =>
    Object.assign(new EventTarget(), {
      media,
      matches: media.includes('899px'),
      onchange: null,
      addListener: () => {},
      removeListener: () => {},
    }),
  )
  const named = { status: 'live', live_version: 1, updated_at: '2026-01-01T00:00:00Z' }
  fakeApi({ 'rest/v1/journeys': [{ id: other, name: 'Win back', ...named }] })
  const world = createWorld({
    workspaceId,
    journeyId: 'j',
    check: { locales: ['en'], sourceLocale: 'en' },
    zone: 'UTC',
    readOnly: false,
  })
  const store = createEditorStore({ journey, revision: 1 })
  const page = (
    <EditorScope editor={{ store, world }}>
      <Workbench />
    </EditorScope>
  )
  return { ...(await renderPage(page, { queryClient: clientOf('editor') })), store, world }
}

const card = (id: string) => {
  const found = document.querySelector<HTMLElement>(`[data-step="${id}"]`)
  if (!found) throw new Error(`No card for ${id}`)
  return found
}

const round = () => aJourney().trigger('a').as('rest').wait('P1D').as('back').goTo('rest').build()

test('a jump says where it goes, also when that step changes or goes', async () => {
  const { store, world } = await open(round())
  const { edit } = store.getState()
  expect(within(card('back')).getByText('Go to “Wait 1 day”')).toBeVisible()
  expect(card('back')).toHaveAccessibleName(/next: Wait Wait 1 day$/)
  const data = { until: 'duration', lasting: 'P3D' }
  act(() => edit(change, (journey) => setNodeData(journey, { nodeId: 'rest', data, shapes: world.shapes })))
  expect(within(card('back')).getByText('Go to “Wait 3 days”')).toBeVisible()
  act(() => edit(change, (journey) => removeNode(journey, { nodeId: 'rest', shapes: world.shapes })))
  expect(within(card('back')).getByText('Go to another step')).toBeVisible()
  expect(screen.getByText('1 problem')).toBeVisible()
})

test('leads to the step it goes to', async () => {
  const { user } = await open(round())
  await user.click(screen.getByRole('button', { name: 'Show “Wait 1 day”' }))
  await waitFor(() => expect(card('rest')).toHaveFocus())
})

test('a way on to another journey is called by its name, once that is known', async () => {
  await open(aJourney().trigger('a').as('on').goToJourney(other).build())
  expect(await within(card('on')).findByText('On to the journey “Win back”')).toBeVisible()
  expect(screen.queryByRole('button', { name: /^Show/ })).not.toBeInTheDocument()
})
