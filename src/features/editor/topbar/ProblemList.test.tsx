import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Journey } from '@/engine/journey'
import { aJourney } from '@/testing/aJourney'
import { clientOf, workspaceId } from '@/testing/aWorkspace'
import { renderPage } from '@/testing/render'
import { undo } from '../commands/history'
import { EditorScope } from '../JourneyEditor'
import { JourneyLimits } from '../limits/JourneyLimits'
import { LiveRegion } from '../live/LiveRegion'
import { createEditorStore } from '../store/createEditorStore'
import { createWorld } from '../store/world'
import { ProblemList } from './ProblemList'

async function open(journey: Journey, { readOnly = false } = {}) {
  const check = { locales: ['en'], sourceLocale: 'en' }
  const world = createWorld({ workspaceId, journeyId: 'j', check, zone: 'UTC', readOnly })
  const editor = { store: createEditorStore({ journey, revision: 1 }), world }
  const page = (
    <EditorScope editor={editor}>
      <ProblemList />
      <JourneyLimits />
      <LiveRegion />
    </EditorScope>
  )
  return { ...(await renderPage(page, { queryClient: clientOf('editor') })), editor }
}

test('a problem is mended in one press, which is announced, undone as one, and leaves the keyboard in the list', async () => {
  const journey = aJourney().trigger('a').email('One').email('Two').build()
  const { user, editor } = await open(journey)
  await user.click(screen.getByRole('button', { name: '2 problems' }))
  expect(await screen.findByRole('button', { name: 'Add an end' })).toHaveAccessibleDescription(
    /A path ends here without an end step/,
  )
  await user.click(screen.getByRole('button', { name: 'Add a wait of one day' }))
  expect(screen.getByText('Done: add Wait')).toBeInTheDocument()
  await waitFor(() => expect(screen.getByRole('button', { name: 'Add an end' })).toHaveFocus())
  await user.keyboard('{Enter}')
  expect(screen.getByText('Done: add Exit')).toBeInTheDocument()
  expect(screen.getByText('Nothing stands in the way of publishing.')).toBeInTheDocument()
  await waitFor(() => expect(screen.getByRole('dialog')).toContainElement(document.activeElement as HTMLElement))
  undo(editor)
  undo(editor)
  expect(editor.store.getState().journey).toBe(journey)
})

test('who only looks at a journey is offered no repair', async () => {
  const { user } = await open(aJourney().trigger('a').build(), { readOnly: true })
  await user.click(screen.getByRole('button', { name: '1 problem' }))
  expect(await screen.findByText(/A path ends here/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Add an end' })).not.toBeInTheDocument()
})

test('of several paths that end without an end step, each is named', async () => {
  const { user } = await open(aJourney().trigger('a').waitFor('bought', 'P1D').build())
  await user.click(screen.getByRole('button', { name: '2 problems' }))
  expect(await screen.findByText(/The path “Happened” ends here/)).toBeInTheDocument()
  expect(screen.getByText(/The path “Not in time” ends here/)).toBeInTheDocument()
})

test('what a journey can come to is said in sentences', async () => {
  await open(aJourney().trigger('a').email('One').wait('PT36H').email('Two').wait('P5D').email('Three').exit().build())
  expect(screen.getByText('A contact gets at most 3 messages.')).toBeInTheDocument()
  expect(screen.getByText('Between two messages there is at least 1 day, 12 hours.')).toBeInTheDocument()
  expect(screen.getByText('The longest way takes 6 days, 12 hours.')).toBeInTheDocument()
})

test('a circle is said to be gone round as often as the journey repeats', async () => {
  await open(aJourney().trigger('a').as('x').email('One').wait('P1D').to('x').build())
  expect(screen.getByText('A contact gets at most 100 messages.')).toBeInTheDocument()
  expect(screen.getByText('The longest way takes 100 days.')).toBeInTheDocument()
})
