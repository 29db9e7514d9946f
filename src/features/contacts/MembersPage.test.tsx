import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Role } from '@/data/role'
import { clientOf, workspaceId } from '@/testing/aWorkspace'
import { fakeApi } from '@/testing/fakeApi'
import { renderPage } from '@/testing/render'
import { MembersPage } from './MembersPage'

const id = '66666666-6666-4666-8666-666666666666'
const segment = {
  id,
  name: 'Press',
  rule: null,
  revision: 1,
  state: 'ready',
  computed_at: null,
  updated_at: '2026-11-01T10:00:00Z',
}
const contact = {
  id: 7,
  external_id: 'cus_7',
  email: 'ana@example.com',
  locale: 'ro',
  time_zone: null,
  attributes: {},
  created_at: '2026-03-10T09:00:00Z',
  last_seen_at: null,
}
const answers = {
  'rest/v1/segments': segment,
  'rest/v1/rpc/segment_counts': [{ segment_id: id, members: 1 }],
  'rest/v1/rpc/segment_people': [contact],
  'rest/v1/rpc/remove_from_list': 1,
  'rest/v1/rpc/add_to_list': 1,
}
const open = (role: Role = 'editor') =>
  renderPage(<MembersPage />, {
    at: `/w/${workspaceId}/segments/${id}/members`,
    route: '/w/$workspaceId/segments/$segmentId/members',
    queryClient: clientOf(role),
  })

test('shows who is on a list; taking somebody off can be undone', async () => {
  const api = fakeApi(answers)
  const { user } = await open()
  expect(await screen.findByRole('link', { name: 'ana@example.com' })).toBeVisible()
  expect(screen.getByText('1 contact')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Take ana@example.com off the list' }))
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  const change = { workspace: workspaceId, list: id, contacts: [7] }
  expect(api.sent('rest/v1/rpc/remove_from_list')).toEqual([change])
  await expect.poll(() => api.sent('rest/v1/rpc/add_to_list')).toEqual([change])
})

test('nobody is taken out of a segment by hand', async () => {
  fakeApi({ ...answers, 'rest/v1/segments': { ...segment, rule: { all: [] }, state: 'computing' } })
  await open()
  expect(await screen.findByText(/Everybody is being looked at/)).toBeVisible()
  expect(await screen.findByRole('link', { name: 'ana@example.com' })).toBeVisible()
  expect(screen.queryByRole('button', { name: /off the list/ })).not.toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'Edit the rule' })).toBeVisible()
})

test('whoever is in a segment is asked for again once everybody was looked at', async () => {
  let isReady = false
  const computing = { ...segment, rule: {}, state: 'computing' }
  fakeApi({
    ...answers,
    'rest/v1/segments': () => (isReady ? { ...segment, rule: {}, computed_at: '2026-11-02T10:00:00Z' } : computing),
    'rest/v1/rpc/segment_people': () => (isReady ? [contact] : []),
  })
  const { queryClient } = await open()
  expect(await screen.findByText('Nobody is in it')).toBeVisible()
  isReady = true
  await queryClient.refetchQueries({ queryKey: ['segment'] })
  expect(await screen.findByRole('link', { name: 'ana@example.com' })).toBeVisible()
})

test('says so where the segment is gone', async () => {
  fakeApi({ ...answers, 'rest/v1/segments': null })
  await open()
  expect(await screen.findByRole('heading', { name: 'No such segment' })).toBeVisible()
})
