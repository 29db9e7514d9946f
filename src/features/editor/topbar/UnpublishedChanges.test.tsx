import { act, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { SavedJourney } from '@/data/journeys'
import { setSettings } from '@/engine/edit/setSettings'
import { aJourney } from '@/testing/aJourney'
import { clientOf, workspaceId } from '@/testing/aWorkspace'
import { fakeApi } from '@/testing/fakeApi'
import { renderPage } from '@/testing/render'
import { EditorScope } from '../JourneyEditor'
import { createEditorStore } from '../store/createEditorStore'
import { createWorld } from '../store/world'
import { UnpublishedChanges } from './UnpublishedChanges'

const draft = aJourney().trigger('signed_up').build()
const saved: SavedJourney = {
  id: '44444444-4444-4444-8444-444444444444',
  name: 'Welcome',
  status: 'live',
  live_version: 2,
  updated_at: '2026-11-01T10:00:00Z',
  revision: 3,
  draft,
}

async function open(journey: SavedJourney) {
  // As the database gives it back: the same document with its keys in another order.
  const live = Object.fromEntries(Object.entries(draft).toReversed())
  const api = fakeApi({ 'rest/v1/journey_versions': { document: live } })
  const check = { locales: ['en'], sourceLocale: 'en' }
  const world = createWorld({ workspaceId, journeyId: journey.id, check, zone: 'UTC', readOnly: false })
  const store = createEditorStore({ journey: draft, revision: 3 })
  await renderPage(
    <EditorScope editor={{ store, world }}>
      <UnpublishedChanges saved={journey} />
    </EditorScope>,
    { queryClient: clientOf('editor') },
  )
  const change = () =>
    act(() =>
      store
        .getState()
        .edit({ code: 'settings' }, (now) => setSettings(now, { ...now.settings, reentry: { allow: 'always' } })),
    )
  return { api, store, change }
}

const sign = () => screen.queryByText('Unpublished changes')

test('appears with the first change, goes when it is undone, and reads the live version once', async () => {
  const { api, store, change } = await open(saved)
  await waitFor(() => expect(api.calls).toHaveLength(1))
  expect(sign()).not.toBeInTheDocument()
  change()
  await waitFor(() => expect(sign()).toBeVisible())
  act(() => store.getState().undo())
  await waitFor(() => expect(sign()).not.toBeInTheDocument())
  expect(api.calls).toHaveLength(1)
})

test('a journey that was never published has nothing to differ from', async () => {
  const { api, change } = await open({ ...saved, status: 'draft', live_version: null })
  change()
  expect(sign()).not.toBeInTheDocument()
  expect(api.calls).toEqual([])
})
