import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Role } from '@/data/role'
import { clientOf, myId, workspaceId } from '@/testing/aWorkspace'
import { fakeApi } from '@/testing/fakeApi'
import { renderPage } from '@/testing/render'
import { MembersTab } from './MembersTab'

const joostId = '33333333-3333-4333-8333-333333333333'
const people = (mine: Role) => [
  { user_id: myId, email: 'me@example.com', role: mine, created_at: '2026-01-01T00:00:00Z' },
  { user_id: joostId, email: 'joost@example.com', role: 'editor', created_at: '2026-01-02T00:00:00Z' },
]
const invitation = {
  id: '44444444-4444-4444-8444-444444444444',
  email: 'kaisa@example.com',
  role: 'viewer',
  created_at: '2026-01-01T00:00:00Z',
  expires_at: '2026-01-08T00:00:00Z',
}

function open(mine: Role, more: Record<string, unknown> = {}) {
  const api = fakeApi({ 'rest/v1/rpc/workspace_people': people(mine), 'rest/v1/invitations': [invitation], ...more })
  const at = `/w/${workspaceId}/settings`
  return renderPage(<MembersTab />, { at, route: '/w/$workspaceId/settings', queryClient: clientOf(mine) }).then(
    (page) => ({ ...page, api }),
  )
}

test('tells a viewer why nothing here can be changed', async () => {
  await open('viewer')
  expect(await screen.findByText('joost@example.com')).toBeVisible()
  const invite = screen.getByRole('button', { name: 'Invite' })
  expect(invite).toHaveAccessibleDescription('Only admins and owners can do this. Your role: Viewer.')
  expect(screen.getByRole('button', { name: 'Remove joost@example.com' })).toHaveAttribute('aria-disabled', 'true')
  expect(screen.queryByText('kaisa@example.com')).not.toBeInTheDocument()
})

test('keeps the last owner in, and says why', async () => {
  await open('owner')
  const leave = await screen.findByRole('button', { name: 'Leave this workspace' })
  expect(leave).toHaveAttribute('aria-disabled', 'true')
  expect(leave).toHaveAccessibleDescription(/make somebody else owner first/)
})

test('removes a member only after asking', async () => {
  const { user, api } = await open('owner', { 'rest/v1/rpc/remove_member': {} })
  await user.click(await screen.findByRole('button', { name: 'Remove joost@example.com' }))
  const dialog = await screen.findByRole('alertdialog', { name: 'Remove joost@example.com?' })
  expect(api.sent('rest/v1/rpc/remove_member')).toEqual([])
  await user.click(within(dialog).getByRole('button', { name: 'Remove' }))
  await waitFor(() =>
    expect(api.sent('rest/v1/rpc/remove_member')).toEqual([{ workspace: workspaceId, member: joostId }]),
  )
})

test('does not let an admin make owners', async () => {
  const { user } = await open('admin')
  await user.click(await screen.findByRole('combobox', { name: 'Role of joost@example.com' }))
  const roles = (await screen.findAllByRole('option')).map((option) => option.textContent)
  expect(roles).toEqual(['Admin', 'Editor', 'Viewer'])
})

test('hands out the invitation link once it is made', async () => {
  const link = 'http://localhost/invite/abc'
  const { user, api } = await open('admin', { 'functions/v1/invite': { link } })
  await user.click(screen.getByRole('button', { name: 'Invite' }))
  await user.type(await screen.findByLabelText('E-mail address'), 'new@example.com')
  await user.click(screen.getByRole('button', { name: 'Send the invitation' }))
  expect(await screen.findByLabelText('Invitation link')).toHaveValue(link)
  expect(api.sent('functions/v1/invite')).toEqual([
    { workspaceId, email: 'new@example.com', role: 'editor', locale: 'en' },
  ])
})
