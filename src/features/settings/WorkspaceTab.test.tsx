import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Role } from '@/data/role'
import { clientOf, workspaceId } from '@/testing/aWorkspace'
import { fakeApi } from '@/testing/fakeApi'
import { renderPage } from '@/testing/render'
import { WorkspaceTab } from './WorkspaceTab'

const locales = [
  { locale: 'en', position: 0, fallbacks: [], time_zone: null },
  { locale: 'ro', position: 1, fallbacks: [], time_zone: null },
  { locale: 'nl', position: 2, fallbacks: ['ro'], time_zone: null },
]

function open(role: Role) {
  const api = fakeApi({
    'GET rest/v1/workspace_locales': locales,
    'rest/v1/workspace_locales': {},
    'rest/v1/workspaces': { id: workspaceId },
    'rest/v1/members': [],
  })
  const at = `/w/${workspaceId}/settings`
  return renderPage(<WorkspaceTab />, { at, route: '/w/$workspaceId/settings', queryClient: clientOf(role) }).then(
    (page) => ({ ...page, api }),
  )
}

test('saves the name only once it was changed', async () => {
  const { user, api } = await open('admin')
  const save = screen.getByRole('button', { name: 'Save changes' })
  expect(save).toBeDisabled()
  await user.type(screen.getByLabelText('Name'), ' Ltd')
  await user.click(save)
  expect(await screen.findByText('Settings saved')).toBeInTheDocument()
  expect(api.sent('rest/v1/workspaces')).toEqual([{ name: 'Kettle & Leaf Ltd', time_zone: 'Europe/Bucharest' }])
})

test('shows which language stands in for which, and never offers to remove the source', async () => {
  await open('admin')
  expect(await screen.findByRole('combobox', { name: 'When Dutch is missing' })).toHaveTextContent('Romanian first')
  expect(screen.getByRole('combobox', { name: 'When Romanian is missing' })).toHaveTextContent('Falls back to English')
  expect(screen.queryByRole('button', { name: 'Remove English' })).not.toBeInTheDocument()
})

test('takes a removed language back, with its fallback', async () => {
  const { user, api } = await open('admin')
  await user.click(await screen.findByRole('button', { name: 'Remove Dutch' }))
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() =>
    expect(api.sent('rest/v1/workspace_locales')).toEqual([
      undefined,
      { workspace_id: workspaceId, locale: 'nl', position: 2 },
      { fallbacks: ['ro'] },
    ]),
  )
})

test('lets an editor look, and says why not more', async () => {
  await open('editor')
  expect(screen.getByRole('button', { name: 'Save changes' })).toHaveAccessibleDescription(/Your role: Editor/)
  expect(screen.getByLabelText('Name')).toBeDisabled()
  expect(await screen.findByRole('button', { name: 'Remove Dutch' })).toHaveAttribute('aria-disabled', 'true')
})
