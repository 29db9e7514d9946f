import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { emptyJourney } from '@/engine/journey'
import { clientOf, workspaceId } from '@/testing/aWorkspace'
import { fakeApi } from '@/testing/fakeApi'
import { renderPage } from '@/testing/render'
import { EditorScope } from '../JourneyEditor'
import { createEditorStore } from '../store/createEditorStore'
import { createWorld } from '../store/world'
import { RemovePerson } from './RemovePerson'

test('takes somebody out of the journey, after asking', async () => {
  const api = fakeApi({ 'rest/v1/rpc/remove_from_journey': 'alreadyRemoved' })
  const check = { locales: ['en'], sourceLocale: 'en' }
  const world = createWorld({ workspaceId, journeyId: 'j', check, zone: 'UTC', readOnly: false })
  const editor = { store: createEditorStore({ journey: emptyJourney, revision: 1 }), world }
  const { user } = await renderPage(
    <EditorScope editor={editor}>
      <RemovePerson contactId={7} name="Ann" />
    </EditorScope>,
    { at: `/w/${workspaceId}`, route: '/w/$workspaceId', queryClient: clientOf('editor') },
  )
  await user.click(await screen.findByRole('button', { name: 'Remove Ann from the journey' }))
  const dialog = within(screen.getByRole('alertdialog', { name: 'Remove Ann from this journey?' }))
  await user.click(dialog.getByRole('button', { name: 'Remove' }))
  expect(await screen.findByText('They had already been removed.')).toBeVisible()
  await waitFor(() =>
    expect(api.sent('rest/v1/rpc/remove_from_journey')).toEqual([{ workspace: workspaceId, journey: 'j', contact: 7 }]),
  )
})
