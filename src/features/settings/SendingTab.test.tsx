import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Role } from '@/data/role'
import { clientOf, workspaceId } from '@/testing/aWorkspace'
import { fakeApi } from '@/testing/fakeApi'
import { renderPage } from '@/testing/render'
import { SendingTab } from './SendingTab'

const key = {
  id: '55555555-5555-4555-8555-555555555555',
  name: 'Web shop',
  key: 'wk_0123456789abcdef',
  created_at: '2026-01-01T00:00:00Z',
  last_used_at: null as string | null,
}
const event = { type: 'track', name: 'Signed Up', received_at: new Date().toISOString() }

function open(role: Role, { keys = [key], events = [event] } = {}) {
  const api = fakeApi({
    'GET rest/v1/write_keys': keys,
    'rest/v1/write_keys': {},
    'rest/v1/events': events,
    'rest/v1/rpc/webhook_secret': 'whsec_a',
  })
  const at = `/w/${workspaceId}/settings`
  return renderPage(<SendingTab />, { at, route: '/w/$workspaceId/settings', queryClient: clientOf(role) }).then(
    (page) => ({ ...page, api }),
  )
}

test('shows that events arrive, and examples with the real address and key', async () => {
  await open('admin')
  expect(await screen.findByText(/The last one: “Signed Up”/)).toBeVisible()
  const curl = screen.getByRole('figure', { name: 'One event with curl' })
  await waitFor(() => expect(curl).toHaveTextContent(`-u ${key.key}:`))
  expect(curl).toHaveTextContent(`${window.location.origin}/functions/v1/ingest/v1/track`)
})

test('hides a key until it is asked for', async () => {
  const { user } = await open('editor')
  const row = (await screen.findByText('Web shop')).closest('li') ?? document.body
  expect(within(row).queryByText(key.key)).not.toBeInTheDocument()
  await user.click(within(row).getByRole('button', { name: 'Show the key' }))
  expect(within(row).getByText(key.key)).toBeVisible()
})

test('says when each key was last used', async () => {
  const used = { ...key, id: crypto.randomUUID(), last_used_at: new Date(Date.now() - 2 * 3600_000).toISOString() }
  await open('editor', { keys: [key, used] })
  expect(await screen.findByText('Last used 2 hours ago')).toBeVisible()
  expect(screen.getAllByText('Not used yet')).toHaveLength(1)
})

test('revokes a key only after saying what is lost', async () => {
  const { user, api } = await open('admin')
  await user.click(await screen.findByRole('button', { name: 'Revoke' }))
  const dialog = await screen.findByRole('alertdialog')
  expect(dialog).toHaveAccessibleDescription(/those events are lost/)
  await user.click(within(dialog).getByRole('button', { name: 'Revoke' }))
  await waitFor(() => expect(api.sent('rest/v1/write_keys')).toEqual([{ revoked_at: expect.any(String) }]))
})

test('does not ask for keys a viewer may not read', async () => {
  const { api } = await open('viewer', { events: [] })
  expect(await screen.findByText(/No event has arrived yet/)).toBeVisible()
  expect(screen.getByText('Only editors and above can do this. Your role: Viewer.')).toBeVisible()
  expect(api.calls.some((call) => call.path === 'rest/v1/write_keys')).toBe(false)
})
