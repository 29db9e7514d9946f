import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Role } from '@/data/role'
import { clientOf, workspaceId } from '@/testing/aWorkspace'
import { fakeApi } from '@/testing/fakeApi'
import { renderPage } from '@/testing/render'
import { MembershipsCard } from './MembershipsCard'

const [press, vip, buyers] = [1, 2, 3].map((n) => `66666666-6666-4666-8666-66666666666${n}`)
const answers = {
  'rest/v1/segment_members': [press, buyers].map((segment_id) => ({ segment_id, since: '2026-03-10T09:00:00Z' })),
  'rest/v1/segments': [
    { id: press, name: 'Press', rule: null },
    { id: vip, name: 'VIP', rule: null },
    { id: buyers, name: 'Buyers', rule: { all: [] } },
  ],
  'rest/v1/rpc/add_to_list': 1,
  'rest/v1/rpc/remove_from_list': 1,
}
const open = (role: Role = 'editor') =>
  renderPage(<MembershipsCard contactId={7} />, {
    at: `/w/${workspaceId}/contacts/7`,
    route: '/w/$workspaceId/contacts/$contactId',
    queryClient: clientOf(role),
  })

test('shows the segments and lists a contact is in, and changes the lists', async () => {
  const api = fakeApi(answers)
  const { user } = await open()
  expect(await screen.findByRole('link', { name: 'Buyers' })).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Take off “Buyers”' })).not.toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Take off “Press”' }))
  await expect
    .poll(() => api.sent('rest/v1/rpc/remove_from_list'))
    .toEqual([{ workspace: workspaceId, list: press, contacts: [7] }])
  await user.click(await screen.findByRole('combobox', { name: 'Add to a list' }))
  await user.click(await screen.findByRole('option', { name: 'VIP' }))
  await expect
    .poll(() => api.sent('rest/v1/rpc/add_to_list'))
    .toEqual([{ workspace: workspaceId, list: vip, contacts: [7] }])
})

test('viewers see them only', async () => {
  fakeApi(answers)
  await open('viewer')
  expect(await screen.findByRole('link', { name: 'Press' })).toBeVisible()
  expect(screen.queryByRole('button')).not.toBeInTheDocument()
  expect(screen.queryByRole('combobox')).not.toBeInTheDocument()
})
