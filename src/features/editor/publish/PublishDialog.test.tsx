import { screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { SavedJourney } from '@/data/journeys'
import { aJourney } from '@/testing/aJourney'
import { clientOf, workspaceId } from '@/testing/aWorkspace'
import { fakeApi, Refusal } from '@/testing/fakeApi'
import { renderPage } from '@/testing/render'
import { EditorScope } from '../JourneyEditor'
import { createEditorStore } from '../store/createEditorStore'
import { createWorld } from '../store/world'
import { PublishDialog } from './PublishDialog'

const segment = '55555555-5555-4555-8555-555555555555'
const draft = aJourney().trigger('signed_up').wait('P1D').build()
const saved: SavedJourney = {
  id: '44444444-4444-4444-8444-444444444444',
  name: 'Welcome',
  status: 'draft',
  live_version: null,
  updated_at: '2026-11-01T10:00:00Z',
  revision: 3,
  draft,
}

async function open(answer: unknown, journey = draft) {
  const api = fakeApi({
    'functions/v1/publish': answer,
    'rest/v1/segments': [{ id: segment, name: 'Gold', rule: null }],
    'rest/v1/rpc/segment_counts': [{ segment_id: segment, members: 1234 }],
  })
  const check = { locales: ['en'], sourceLocale: 'en' }
  const world = createWorld({ workspaceId, journeyId: saved.id, check, zone: 'UTC', readOnly: false })
  const store = createEditorStore({ journey, revision: 3 })
  const onClose = vi.fn()
  const { user } = await renderPage(
    <EditorScope editor={{ store, world }}>
      <PublishDialog saved={saved} flush={async () => true} onClose={onClose} />
    </EditorScope>,
    { queryClient: clientOf('editor') },
  )
  await user.click(await screen.findByRole('button', { name: 'Publish now' }))
  return { api, onClose, store, user }
}

const refusal = (details: unknown) => new Refusal(422, { error: { code: 'invalid_journey', message: 'No.', details } })

test('publishes the revision that is shown', async () => {
  const { api, onClose } = await open({ version: 1 })
  await waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(api.sent('functions/v1/publish')).toEqual([{ workspaceId, journeyId: saved.id, revision: 3 }])
})

test('lists what the server found wrong, each leading to its step', async () => {
  const nodeId = draft.nodes.at(-1)?.id ?? ''
  const problem = { code: 'unknownType', severity: 'blocks', params: { type: 'wait' }, nodeId }
  const { onClose, store, user } = await open(refusal({ problems: [problem] }))
  expect(await screen.findByText(/The server found errors that are not shown here yet/)).toBeVisible()
  expect(screen.getByRole('heading', { name: /Wait 1 day/ })).toBeVisible()
  expect(screen.queryByText('Everything is in order.')).not.toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: /^Error/ }))
  expect(onClose).toHaveBeenCalled()
  expect(store.getState().selectedId).toBe(nodeId)
})

test('says what to do where the server tells no problems', async () => {
  await open(refusal({ issues: [{ path: ['nodes'] }] }))
  expect(await screen.findByText(/Reload the page and look at the problems/)).toBeVisible()
})

test('says how many enter by the publishing alone', async () => {
  const entering = aJourney().enteredBy({ on: 'segmentEntered', segment, includePresent: true }).wait('P1D').build()
  await open(refusal({ issues: [] }), entering)
  expect(await screen.findByText(/^1,234 contacts are in “Gold” now and enter at once/)).toBeVisible()
})
