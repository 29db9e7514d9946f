import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { workspaceId } from '@/testing/aWorkspace'
import { fakeApi } from '@/testing/fakeApi'
import { renderPage } from '@/testing/render'
import { WorkspaceForm } from './WorkspaceForm'

test('is filled in from the browser and needs only a name', async () => {
  const api = fakeApi({ 'rest/v1/rpc/create_workspace': () => workspaceId })
  const { user, router } = await renderPage(<WorkspaceForm />, { at: '/start' })
  await user.click(screen.getByRole('button', { name: 'Create the workspace' }))
  expect(await screen.findByText('Give the workspace a name.')).toBeVisible()

  await user.type(screen.getByLabelText('Name'), 'Nordlys')
  await user.type(screen.getByRole('combobox', { name: /Other languages/ }), 'dutch')
  await user.click(screen.getByRole('option', { name: /^Dutch/ }))
  await user.click(screen.getByRole('button', { name: 'Create the workspace' }))

  await waitFor(() => expect(router.state.location.pathname).toBe(`/w/${workspaceId}/journeys`))
  expect(api.sent('rest/v1/rpc/create_workspace')).toEqual([
    {
      name: 'Nordlys',
      source_locale: 'en',
      locales: ['en', 'nl'],
      time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
  ])
})

test('lets a language be taken off again', async () => {
  const { user } = await renderPage(<WorkspaceForm />, { at: '/start' })
  await user.type(screen.getByRole('combobox', { name: /Other languages/ }), 'arabic')
  await user.click(screen.getByRole('option', { name: 'Arabic ar' }))
  await user.click(screen.getByRole('button', { name: 'Remove Arabic' }))
  expect(screen.queryByRole('button', { name: 'Remove Arabic' })).not.toBeInTheDocument()
})
