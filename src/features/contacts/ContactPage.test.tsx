import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Role } from '@/data/role'
import { clientOf, workspaceId } from '@/testing/aWorkspace'
import { fakeApi } from '@/testing/fakeApi'
import { renderPage } from '@/testing/render'
import { ContactPage } from './ContactPage'

const journeyId = '66666666-6666-4666-8666-666666666666'
const at = '2026-03-10T09:00:00Z'
const answers = {
  'rest/v1/contacts': {
    id: 7,
    external_id: 'cus_7',
    email: 'ana@example.com',
    locale: 'ro',
    time_zone: null,
    attributes: { plan: 'pro', trial: { active: true } },
    created_at: at,
    last_seen_at: at,
  },
  'rest/v1/events': [
    { id: 1, type: 'identify', name: '$identify', properties: { plan: 'pro' }, occurred_at: at },
    { id: 2, type: 'signal', name: '$segment_entered', properties: {}, occurred_at: at },
  ],
  'rest/v1/enrollments': [
    {
      id: 1,
      journey_id: journeyId,
      number: 2,
      entered_at: at,
      wake_at: null,
      waiting_because: null,
      ended_at: at,
      ended_because: 'bought again',
      converted_at: at,
      last_error: null,
    },
  ],
  'rest/v1/deliveries': [
    {
      id: '77777777-7777-4777-8777-777777777777',
      journey_id: journeyId,
      channel: 'email',
      status: 'skipped',
      because: 'unsubscribed',
      locale: null,
      address: null,
      held_since: '2026-03-09T22:00:00Z',
      held_because: 'quietHours',
      due_at: at,
      sent_at: null,
      delivered_at: null,
      opened_at: null,
      clicked_at: null,
      bounced_at: null,
      complained_at: null,
    },
  ],
  'rest/v1/journeys': [{ id: journeyId, name: 'Welcome' }],
  'rest/v1/journey_exclusions': [],
  'rest/v1/consents': [],
  'rest/v1/suppressions': [],
  'rest/v1/topics': [
    {
      id: 'marketing',
      name: 'Marketing',
      translations: {},
      by_default: 'subscribed',
      double_opt_in: false,
      position: 0,
    },
    { id: 'news', name: 'News', translations: {}, by_default: 'unsubscribed', double_opt_in: true, position: 1 },
  ],
  'rest/v1/rpc/set_consent': {},
}

function open(role: Role, id = '7', more: Record<string, unknown> = {}) {
  const api = fakeApi({ ...answers, ...more })
  return renderPage(<ContactPage />, {
    at: `/w/${workspaceId}/contacts/${id}`,
    route: '/w/$workspaceId/contacts/$contactId',
    queryClient: clientOf(role),
  }).then((page) => ({ ...page, api }))
}

const card = (name: string) => screen.findByRole('region', { name })

test('answers why a message was not sent', async () => {
  await open('viewer')
  const messages = within(await card('Messages'))
  expect(await messages.findByText('Not sent')).toBeVisible()
  expect(messages.getByText('The contact has unsubscribed')).toBeVisible()
  expect(messages.getByText(/^Held back for the quiet hours: from .* until /)).toBeVisible()
})

test('says until when a message is held back right now', async () => {
  const [passage] = answers['rest/v1/enrollments']
  const held = { ...passage, ended_at: null, ended_because: null, wake_at: at, waiting_because: 'frequencyCap' }
  await open('viewer', '7', { 'rest/v1/enrollments': [held] })
  const journeys = within(await card('Journeys'))
  expect(await journeys.findByText(/^Held back, as the contact got enough messages lately, until /)).toBeVisible()
})

test('shows how they stand to each topic, and writes down a subscription that is still to be confirmed', async () => {
  const pending = { channel: 'email', topic: 'news', state: 'pending', changed_at: at, source: 'member' }
  const { user, api } = await open('editor', '7', { 'rest/v1/consents': [pending] })
  const consent = within(await card('Consent'))
  expect(await consent.findByText('Waiting for confirmation')).toBeVisible()
  expect(consent.getByText('A mail asks for confirmation')).toBeVisible()
  await user.click(consent.getByRole('button', { name: 'Unsubscribe from Marketing' }))
  await waitFor(() =>
    expect(api.sent('rest/v1/rpc/set_consent')).toEqual([
      { workspace: workspaceId, contact: 7, channel: 'email', topic: 'marketing', subscribed: false },
    ]),
  )
})

test('says that the address is blocked, and why', async () => {
  await open('viewer', '7', { 'rest/v1/suppressions': [{ address: 'ana@example.com', because: 'complaint', at }] })
  expect(await screen.findByText('This address is blocked: a message was reported as spam')).toBeVisible()
})

test('tells how a passage ended, in our words or the marketer’s own', async () => {
  await open('viewer')
  const journeys = within(await card('Journeys'))
  expect(await journeys.findByRole('link', { name: 'Welcome' })).toBeVisible()
  expect(journeys.getByText('bought again')).toBeVisible()
  expect(journeys.getByText('Converted')).toBeVisible()
  expect(journeys.getByText('time no. 2')).toBeVisible()
})

test('shows the profile and names our own events', async () => {
  await open('viewer')
  const profile = within(await card('Profile'))
  expect(profile.getByText('{"active":true}')).toBeVisible()
  expect(profile.getByText('Not known')).toBeVisible()
  expect(await within(await card('Events')).findByText('Profile updated')).toBeVisible()
  expect(within(await card('Events')).getByText('Entered a segment')).toBeVisible()
})

test('unsubscribes and takes it back', async () => {
  const { user, api } = await open('editor')
  await user.click(await screen.findByRole('button', { name: 'Unsubscribe' }))
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  const said = { workspace: workspaceId, contact: 7, channel: 'email', topic: '*' }
  await waitFor(() =>
    expect(api.sent('rest/v1/rpc/set_consent')).toEqual([
      { ...said, subscribed: false },
      { ...said, subscribed: true },
    ]),
  )
})

test('tells a viewer why consent is not theirs to change', async () => {
  await open('viewer')
  const button = await screen.findByRole('button', { name: 'Unsubscribe' })
  expect(button).toHaveAccessibleDescription('Only editors and above can do this. Your role: Viewer.')
})

test('erases for good, after saying what that does', async () => {
  const { user, api } = await open('admin', '7', { 'rest/v1/rpc/erase_contact': {} })
  await user.click(await screen.findByRole('button', { name: 'Erase' }))
  const dialog = within(await screen.findByRole('alertdialog', { name: 'Erase ana@example.com?' }))
  expect(dialog.getByText(/Every journey ends for them at once/)).toBeVisible()
  expect(api.sent('rest/v1/rpc/erase_contact')).toEqual([])
  await user.click(dialog.getByRole('button', { name: 'Erase for good' }))
  await waitFor(() => expect(api.sent('rest/v1/rpc/erase_contact')).toEqual([{ workspace: workspaceId, contact: 7 }]))
})

test('tells an editor why erasing is not theirs to do', async () => {
  await open('editor')
  expect(await screen.findByRole('button', { name: 'Erase' })).toHaveAccessibleDescription(/Only admins/)
})

test.each(['8', 'nonsense'])('leads back to the list where there is no contact %s', async (id) => {
  await open('viewer', id, { 'rest/v1/contacts': [] })
  expect(await screen.findByRole('heading', { name: 'No such contact' })).toBeVisible()
  expect(screen.getByRole('link', { name: 'All contacts' })).toHaveAttribute('href', `/w/${workspaceId}/contacts`)
})
