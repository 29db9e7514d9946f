import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Role } from '@/data/role'
import { clientOf, workspaceId } from '@/testing/aWorkspace'
import { fakeApi } from '@/testing/fakeApi'
import { renderPage } from '@/testing/render'
import { WebhookSecretCard } from './WebhookSecretCard'

async function open(role: Role) {
  const api = fakeApi({
    'rest/v1/rpc/webhook_secret': 'whsec_first',
    'rest/v1/rpc/rotate_webhook_secret': 'whsec_second',
  })
  const at = `/w/${workspaceId}/settings`
  const page = await renderPage(<WebhookSecretCard />, {
    at,
    route: '/w/$workspaceId/settings',
    queryClient: clientOf(role),
  })
  return { ...page, api }
}

test('hides the secret until it is asked for', async () => {
  const { user } = await open('admin')
  await user.click(await screen.findByRole('button', { name: 'Show the secret' }))
  expect(screen.getByText('whsec_first')).toBeVisible()
})

test('changes the secret only after saying what happens', async () => {
  const { user, api } = await open('owner')
  await user.click(await screen.findByRole('button', { name: 'Change the secret' }))
  const dialog = await screen.findByRole('alertdialog')
  expect(dialog).toHaveAccessibleDescription(/for a day/)
  expect(api.sent('rest/v1/rpc/rotate_webhook_secret')).toEqual([])
  await user.click(within(dialog).getByRole('button', { name: 'Change the secret' }))
  await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument())
  await user.click(screen.getByRole('button', { name: 'Show the secret' }))
  expect(screen.getByText('whsec_second')).toBeVisible()
})

test('does not ask for a secret an editor may not see', async () => {
  const { api } = await open('editor')
  expect(await screen.findByText('Only admins and owners can do this. Your role: Editor.')).toBeVisible()
  expect(api.calls).toEqual([])
})
