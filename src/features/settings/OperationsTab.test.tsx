import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Role } from '@/data/role'
import { clientOf, workspaceId } from '@/testing/aWorkspace'
import { fakeApi } from '@/testing/fakeApi'
import { renderPage } from '@/testing/render'
import { OperationsTab } from './OperationsTab'

const idle = { due_since: null, due: 0, retrying: 0, given_up: 0, done: 0 }
const journey = { journey_id: crypto.randomUUID(), journey_name: 'Welcome', node_id: 'n' }
const person = { ...journey, contact_id: 1, external_id: 'u1', email: 'maria@people.example' }
const stuck = { ...person, id: 7, arrived_at: '2026-03-01T12:00:00Z', last_error: 'Node has the unknown type' }
const failed = {
  ...person,
  id: crypto.randomUUID(),
  channel: 'email',
  due_at: '2026-03-01T12:00:00Z',
  because: 'refused',
  last_error: '550 no such user',
}

type Given = { work?: object; stuck?: object[]; failed?: object[]; role?: Role }

async function open({ work = {}, stuck = [], failed = [], role = 'admin' }: Given = {}) {
  const kinds = ['enrollments', 'deliveries', 'signals']
  const api = fakeApi({
    'rest/v1/rpc/operations': kinds.map((kind) => ({ kind, ...idle, ...(kind === 'enrollments' && work) })),
    'rest/v1/rpc/stuck_enrollments': stuck,
    'rest/v1/rpc/failed_deliveries': failed,
    'rest/v1/rpc/retry_enrollments': 1,
    'rest/v1/rpc/end_stuck_enrollments': 1,
    'rest/v1/rpc/retry_deliveries': 1,
  })
  const at = `/w/${workspaceId}/settings`
  const route = '/w/$workspaceId/settings'
  const page = await renderPage(<OperationsTab />, { at, route, queryClient: clientOf(role) })
  return { ...page, api }
}

test('says that all is well where it is', async () => {
  await open()
  expect(await screen.findByText(/^All is well/)).toBeVisible()
  expect(await screen.findByText('Nobody is stuck.')).toBeVisible()
  expect(await screen.findByText('Nothing has failed for good.')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Try all again' })).not.toBeInTheDocument()
})

test('says since when work is late, and how much there is', async () => {
  const dueSince = new Date(Date.now() - 2 * 3_600_000).toISOString()
  await open({ work: { due_since: dueSince, due: 10_000, retrying: 3 } })
  expect(await screen.findByText(/^Work is late: the oldest became due 2 hours ago/)).toBeVisible()
  const row = screen.getByRole('row', { name: /Contacts in journeys/ })
  expect(within(row).getByText('10,000+')).toBeVisible()
  expect(within(row).getByText('3')).toBeVisible()
})

test('is not well where something was given up', async () => {
  await open({ work: { given_up: 1 } })
  expect(await screen.findByText(/some work was given up/)).toBeVisible()
})

test('a stuck contact shows the error and is tried again', async () => {
  const { user, api } = await open({ stuck: [stuck] })
  expect(await screen.findByText('Node has the unknown type')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Try again: maria@people.example' }))
  await waitFor(() =>
    expect(api.sent('rest/v1/rpc/retry_enrollments')).toEqual([{ workspace: workspaceId, enrollments: [7] }]),
  )
})

test('a stuck contact is taken out of the journey only after saying what happens', async () => {
  const { user, api } = await open({ stuck: [stuck] })
  await user.click(await screen.findByRole('button', { name: 'Remove from journey: maria@people.example' }))
  const dialog = await screen.findByRole('alertdialog')
  expect(dialog).toHaveAccessibleName('Remove maria@people.example from “Welcome”?')
  expect(api.sent('rest/v1/rpc/end_stuck_enrollments')).toEqual([])
  await user.click(within(dialog).getByRole('button', { name: 'Remove from journey' }))
  await waitFor(() =>
    expect(api.sent('rest/v1/rpc/end_stuck_enrollments')).toEqual([{ workspace: workspaceId, enrollments: [7] }]),
  )
})

test('all who are stuck are tried again at once, or taken out', async () => {
  const { user, api } = await open({ stuck: [stuck, { ...stuck, id: 8 }] })
  await user.click(await screen.findByRole('button', { name: 'Try all again' }))
  await waitFor(() => expect(api.sent('rest/v1/rpc/retry_enrollments')).toEqual([{ workspace: workspaceId }]))
  await user.click(screen.getByRole('button', { name: 'Remove all' }))
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove all' }))
  await waitFor(() => expect(api.sent('rest/v1/rpc/end_stuck_enrollments')).toEqual([{ workspace: workspaceId }]))
})

test('a message that failed for good shows why, and is tried again, alone or with all others', async () => {
  const { user, api } = await open({ failed: [failed, { ...failed, id: crypto.randomUUID(), channel: 'webhook' }] })
  expect(await screen.findAllByText('550 no such user')).toHaveLength(2)
  const [one] = screen.getAllByRole('button', { name: /^Try again: / })
  if (one) await user.click(one)
  await waitFor(() =>
    expect(api.sent('rest/v1/rpc/retry_deliveries')).toEqual([{ workspace: workspaceId, deliveries: [failed.id] }]),
  )
  await user.click(screen.getByRole('button', { name: 'Try all again' }))
  await waitFor(() => expect(api.sent('rest/v1/rpc/retry_deliveries')).toHaveLength(2))
})

test('editors are told who may look, and nothing is asked for them', async () => {
  const { api } = await open({ role: 'editor' })
  expect(await screen.findByText('Only admins and owners can do this. Your role: Editor.')).toBeVisible()
  expect(api.calls).toEqual([])
})
