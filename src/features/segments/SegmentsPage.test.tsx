import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Role } from '@/data/role'
import { clientOf, workspaceId } from '@/testing/aWorkspace'
import { fakeApi } from '@/testing/fakeApi'
import { renderPage } from '@/testing/render'
import { SegmentsPage } from './SegmentsPage'

const segment = (name: string, rest: Record<string, unknown> = {}) => ({
  id: crypto.randomUUID(),
  name,
  rule: null,
  revision: 1,
  state: 'ready',
  computed_at: null,
  updated_at: '2026-11-01T10:00:00Z',
  ...rest,
})
const buyers = segment('Buyers', { rule: { all: [] }, state: 'computing' })
const press = segment('Press')
const answers = {
  'rest/v1/segments': [buyers, press],
  'rest/v1/rpc/segment_counts': [{ segment_id: buyers.id, members: 1234567 }],
}
const open = (role: Role = 'editor') =>
  renderPage(<SegmentsPage />, {
    at: `/w/${workspaceId}/segments`,
    route: '/w/$workspaceId/segments',
    queryClient: clientOf(role),
  })

test('lists segments and lists with how many are in each, and says which are being computed', async () => {
  fakeApi(answers)
  await open()
  expect(await screen.findByRole('row', { name: /Buyers By a rule Being computed ?1,234,567/ })).toBeVisible()
  expect(screen.getByRole('row', { name: /Press List 0/ })).toBeVisible()
  expect(screen.getByRole('link', { name: 'Press' })).toHaveAttribute(
    'href',
    `/w/${workspaceId}/segments/${press.id}/members`,
  )
})

test('a new list gets a name and opens', async () => {
  const api = fakeApi({ ...answers, 'rest/v1/rpc/create_list': press.id })
  const { user, router } = await open()
  await user.click(screen.getByRole('button', { name: 'New list' }))
  await user.click(screen.getByRole('button', { name: 'Create the list' }))
  expect(screen.getByText('Give it a name.')).toBeVisible()
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Press{Enter}')
  await expect.poll(() => router.state.location.pathname).toBe(`/w/${workspaceId}/segments/${press.id}/members`)
  expect(api.sent('rest/v1/rpc/create_list')).toEqual([{ workspace: workspaceId, name: 'Press' }])
})

test('what is still asked about is not deleted: the dialog names who asks', async () => {
  const id = crypto.randomUUID()
  const api = fakeApi({ ...answers, 'rest/v1/rpc/segment_uses': [{ kind: 'journey', id, name: 'Welcome' }] })
  const { user } = await open()
  await user.click(await screen.findByRole('button', { name: 'Actions for Press' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Delete' }))
  const dialog = await screen.findByRole('dialog', { name: '“Press” is still needed' })
  expect(within(dialog).getByRole('link', { name: 'Welcome' })).toBeVisible()
  expect(api.sent('rest/v1/rpc/delete_segment')).toEqual([])
})

test('what nothing asks about is deleted after a question', async () => {
  const api = fakeApi({ ...answers, 'rest/v1/rpc/segment_uses': [], 'rest/v1/rpc/delete_segment': null })
  const { user } = await open()
  await user.click(await screen.findByRole('button', { name: 'Actions for Press' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Delete' }))
  await user.click(await screen.findByRole('button', { name: 'Delete' }))
  await expect
    .poll(() => api.sent('rest/v1/rpc/delete_segment'))
    .toEqual([{ workspace: workspaceId, segment: press.id }])
})

test('viewers look and change nothing', async () => {
  fakeApi(answers)
  await open('viewer')
  expect(await screen.findByRole('link', { name: 'Press' })).toBeVisible()
  expect(screen.queryByRole('button', { name: /Actions for/ })).not.toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'New segment' })).toHaveAttribute('aria-disabled', 'true')
})
