import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { clientOf, workspaceId } from '@/testing/aWorkspace'
import { fakeApi, Refusal } from '@/testing/fakeApi'
import { renderPage } from '@/testing/render'
import { InvitePage } from './InvitePage'

const open = () =>
  renderPage(<InvitePage />, { at: '/invite/abc', route: '/invite/$token', queryClient: clientOf('owner') })

test('says where one is invited and as what, and leads there', async () => {
  const api = fakeApi({
    'rest/v1/rpc/invitation_preview': [{ workspace_name: 'Nordlys', role: 'editor' }],
    'rest/v1/rpc/accept_invitation': () => JSON.parse(`"${workspaceId}"`),
  })
  const { user, router } = await open()
  expect(await screen.findByRole('heading', { name: 'Join Nordlys' })).toBeVisible()
  expect(screen.getByText(/invited as an editor/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Accept the invitation' }))
  await waitFor(() => expect(router.state.location.pathname).toBe(`/w/${workspaceId}/journeys`))
  expect(api.sent('rest/v1/rpc/accept_invitation')).toEqual([{ token: 'abc' }])
})

test('names the address in use and the ways out when the invitation is for another one', async () => {
  fakeApi({ 'rest/v1/rpc/invitation_preview': new Refusal(404, { code: 'PT404', message: 'no' }) })
  await open()
  expect(await screen.findByRole('heading', { name: 'This invitation does not open' })).toBeVisible()
  expect(screen.getByText(/signed in as me@example.com/)).toBeVisible()
  expect(screen.getByRole('button', { name: 'Sign in with another address' })).toBeEnabled()
  expect(screen.getByRole('link', { name: 'Go to your workspaces' })).toHaveAttribute('href', '/')
})

test('offers to try again when the server stumbles', async () => {
  fakeApi({ 'rest/v1/rpc/invitation_preview': new Refusal(500, { message: 'boom' }) })
  await open()
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeEnabled()
})
