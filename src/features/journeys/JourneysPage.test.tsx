import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Role } from '@/data/role'
import { clientOf, workspaceId } from '@/testing/aWorkspace'
import { fakeApi, Refusal } from '@/testing/fakeApi'
import { renderPage } from '@/testing/render'
import { JourneysPage } from './JourneysPage'

const journey = (name: string, rest: Record<string, unknown> = {}) => ({
  id: crypto.randomUUID(),
  name,
  status: 'draft',
  live_version: null,
  updated_at: '2026-11-01T10:00:00Z',
  ...rest,
})
const open = (role: Role = 'editor') =>
  renderPage(<JourneysPage />, {
    at: `/w/${workspaceId}/journeys`,
    route: '/w/$workspaceId/journeys',
    queryClient: clientOf(role),
  })

test('lists journeys with their status, and finds one by its name', async () => {
  fakeApi({ 'rest/v1/journeys': [journey('Welcome', { status: 'live', live_version: 2 }), journey('Win back')] })
  const { user } = await open()
  expect(await screen.findByRole('row', { name: /Welcome Live 2/ })).toBeVisible()
  await user.type(screen.getByRole('searchbox', { name: 'Search journeys' }), 'win')
  await waitFor(() => expect(screen.queryByText('Welcome')).not.toBeInTheDocument())
  expect(screen.getByRole('link', { name: 'Win back' })).toBeVisible()
})

test('says how many entered each journey and which share converted', async () => {
  const [busy, goalless, fresh] = [
    journey('Busy', { live_version: 2 }),
    journey('Goalless', { live_version: 1 }),
    journey('Fresh', { live_version: 1 }),
  ]
  fakeApi({
    'rest/v1/journeys': [busy, goalless, fresh, journey('Sketch')],
    'rest/v1/rpc/journey_totals': [
      { journey_id: busy?.id, entered: 1200, converted: 300 },
      { journey_id: goalless?.id, entered: 5, converted: null },
    ],
  })
  const { user } = await open()
  expect(await screen.findByRole('row', { name: /Busy Draft 2 1,200 300 25%/ })).toBeVisible()
  expect(screen.getByRole('row', { name: /Goalless Draft 1 5 –/ })).toBeVisible()
  expect(screen.getByRole('row', { name: /Fresh Draft 1 0 –/ })).toBeVisible()
  expect(screen.getByRole('row', { name: /Sketch Draft – – –/ })).toBeVisible()
  const header = screen.getByRole('button', { name: 'Converted' })
  expect(header).toHaveAccessibleDescription(/reached the goal in its time/)
  await user.hover(header)
  expect(await screen.findByText(/which share of the entries that is/)).toBeVisible()
})

test('a new journey gets a name and opens', async () => {
  const api = fakeApi({ 'GET rest/v1/journeys': [], 'POST rest/v1/journeys': { id: 'j-1' } })
  const { user, router } = await open()
  await user.click(screen.getByRole('button', { name: 'New journey' }))
  await user.click(await screen.findByRole('button', { name: 'Create and draw' }))
  expect(screen.getByText('Give it a name.')).toBeVisible()
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Welcome{Enter}')
  await waitFor(() => expect(router.state.location.pathname).toBe(`/w/${workspaceId}/journeys/j-1`))
  expect(api.sent('rest/v1/journeys')).toMatchObject([{ workspace_id: workspaceId, name: 'Welcome' }])
})

test('a published journey cannot be deleted, and says why', async () => {
  fakeApi({ 'rest/v1/journeys': [journey('Welcome', { status: 'live', live_version: 1 })] })
  const { user } = await open()
  await user.click(await screen.findByRole('button', { name: 'Actions for Welcome' }))
  const item = await screen.findByRole('menuitem', { name: /^Delete/ })
  expect(item).toHaveAttribute('aria-disabled', 'true')
  expect(item).toHaveTextContent('Stop it instead')
})

test('deleting a draft asks first', async () => {
  const draft = journey('Try')
  const api = fakeApi({ 'GET rest/v1/journeys': [draft], 'DELETE rest/v1/journeys': { id: draft.id } })
  const { user } = await open()
  await user.click(await screen.findByRole('button', { name: 'Actions for Try' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Delete' }))
  expect(api.sent('rest/v1/journeys')).toEqual([])
  await user.click(await screen.findByRole('button', { name: 'Delete the journey' }))
  await waitFor(() => expect(api.sent('rest/v1/journeys')).toHaveLength(1))
})

test('an empty list teaches, and a viewer is told who may draw', async () => {
  fakeApi({ 'rest/v1/journeys': [] })
  await open('viewer')
  expect(await screen.findByRole('heading', { name: 'Draw your first journey' })).toBeVisible()
  expect(screen.getByText(/Only editors and above can do this/)).toBeInTheDocument()
})

test('a list that does not load offers to try again', async () => {
  fakeApi({ 'rest/v1/journeys': new Refusal(500, { message: 'boom' }) })
  await open()
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeEnabled()
})
