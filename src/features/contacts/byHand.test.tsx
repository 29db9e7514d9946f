import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Role } from '@/data/role'
import { clientOf, workspaceId } from '@/testing/aWorkspace'
import { fakeApi } from '@/testing/fakeApi'
import { renderPage } from '@/testing/render'
import { PassagesCard } from './PassagesCard'

const welcome = '66666666-6666-4666-8666-666666666666'
const birthday = '77777777-7777-4777-8777-777777777777'
const at = '2026-03-10T09:00:00Z'
const journey = (id: string, name: string, status: string) => ({ id, name, status, live_version: 1, updated_at: at })
const passage = {
  id: 1,
  journey_id: welcome,
  number: 1,
  entered_at: at,
  wake_at: at,
  waiting_because: null,
  ended_at: null,
  ended_because: null,
  converted_at: null,
  last_error: null,
}

async function open(role: Role, exclusions: unknown[] = []) {
  const api = fakeApi({
    'rest/v1/enrollments': [passage],
    'rest/v1/journeys': [
      journey(welcome, 'Welcome', 'live'),
      journey(birthday, 'Birthday', 'live'),
      journey('88888888-8888-4888-8888-888888888888', 'Old', 'stopped'),
    ],
    'rest/v1/journey_exclusions': exclusions,
    'rest/v1/rpc/add_to_journey': 'added',
    'rest/v1/rpc/remove_from_journey': 'removed',
  })
  const page = await renderPage(<PassagesCard contactId={7} />, {
    at: `/w/${workspaceId}/contacts/7`,
    route: '/w/$workspaceId/contacts/$contactId',
    queryClient: clientOf(role),
  })
  return { ...page, api }
}

const asked = (id: string) => ({ workspace: workspaceId, journey: id, contact: 7 })

test('an editor adds the contact to a live journey', async () => {
  const { user, api } = await open('editor')
  await user.click(await screen.findByRole('button', { name: 'Add to a journey' }))
  await user.click(screen.getByRole('combobox', { name: 'Journey' }))
  await waitFor(() =>
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent?.trim())).toEqual([
      'Welcome',
      'Birthday',
    ]),
  )
  await user.click(screen.getByRole('option', { name: 'Birthday' }))
  await user.click(screen.getByRole('button', { name: 'Add' }))
  expect(await screen.findByText('Added. They enter within seconds.')).toBeVisible()
  expect(api.sent('rest/v1/rpc/add_to_journey')).toEqual([asked(birthday)])
})

test('removing asks first, says that nothing lets them in again, and can be taken back', async () => {
  const { user, api } = await open('editor')
  await user.click(await screen.findByRole('button', { name: 'Remove from the journey' }))
  const dialog = within(screen.getByRole('alertdialog', { name: 'Remove from “Welcome”?' }))
  expect(dialog.getByText(/nothing lets them in again until somebody adds them by hand/)).toBeVisible()
  expect(api.sent('rest/v1/rpc/remove_from_journey')).toEqual([])
  await user.click(dialog.getByRole('button', { name: 'Remove' }))
  await user.click(await screen.findByRole('button', { name: 'Add again' }))
  expect(api.sent('rest/v1/rpc/remove_from_journey')).toEqual([asked(welcome)])
  await waitFor(() => expect(api.sent('rest/v1/rpc/add_to_journey')).toEqual([asked(welcome)]))
})

test('names the journeys the contact is kept out of, and adds them again', async () => {
  const { user, api } = await open('editor', [{ journey_id: birthday, since: at }])
  const kept = within(await screen.findByRole('region', { name: 'Kept out by hand' }))
  expect(await kept.findByText('Birthday')).toBeVisible()
  await user.click(kept.getByRole('button', { name: 'Add again' }))
  await waitFor(() => expect(api.sent('rest/v1/rpc/add_to_journey')).toEqual([asked(birthday)]))
})

test('a viewer may do neither, and is told why', async () => {
  await open('viewer')
  expect(await screen.findByRole('button', { name: /^Remove from the journey/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  expect(screen.getByRole('button', { name: /^Add to a journey/ })).toHaveAttribute('aria-disabled', 'true')
})
