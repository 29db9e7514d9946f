import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { emptyJourney } from '@/engine/journey'
import { clientOf, workspaceId } from '@/testing/aWorkspace'
import { renderPage } from '@/testing/render'
import { EditorScope } from '../JourneyEditor'
import { createEditorStore } from '../store/createEditorStore'
import { createWorld } from '../store/world'
import { SettingsPanel } from './SettingsPanel'

async function open(holdout: number, readOnly = false) {
  const check = { locales: ['en'], sourceLocale: 'en' }
  const world = createWorld({ workspaceId, journeyId: 'j', check, zone: 'UTC', readOnly })
  const journey = { ...emptyJourney, settings: { ...emptyJourney.settings, holdout } }
  const store = createEditorStore({ journey, revision: 1 })
  const page = (
    <EditorScope editor={{ store, world }}>
      <SettingsPanel />
    </EditorScope>
  )
  const { user } = await renderPage(page, { queryClient: clientOf(readOnly ? 'viewer' : 'editor') })
  return { user, field: screen.getByRole('textbox', { name: 'Kept out, in percent' }), store }
}

test('keeps a part out, in percent, with a comma too', async () => {
  const { user, field, store } = await open(0.07)
  expect(field).toHaveValue('7')
  await user.clear(field)
  await user.type(field, '12,5 %{Enter}')
  expect(store.getState().journey.settings.holdout).toBe(0.125)
  expect(field).toHaveValue('12.5')
})

test('refuses more than half and says so', async () => {
  const { user, field, store } = await open(0.1)
  await user.clear(field)
  await user.type(field, '51{Enter}')
  expect(screen.getByText('Give a number from 0 to 50')).toBeVisible()
  expect(store.getState().journey.settings.holdout).toBe(0.1)
})

test('cannot be changed by those who may only look', async () => {
  expect((await open(0.1, true)).field).toBeDisabled()
})

test('sets whose message goes first, in whole numbers', async () => {
  const { user, store } = await open(0)
  const field = screen.getByRole('textbox', { name: 'Priority' })
  expect(field).toHaveValue('50')
  await user.clear(field)
  await user.type(field, '7.5{Enter}')
  expect(screen.getByText('Give a whole number from 0 to 100')).toBeVisible()
  await user.clear(field)
  await user.type(field, '80{Enter}')
  expect(store.getState().journey.settings.sending).toEqual({ priority: 80 })
})
