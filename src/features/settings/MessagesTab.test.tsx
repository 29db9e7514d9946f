import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Role } from '@/data/role'
import { clientOf, workspaceId } from '@/testing/aWorkspace'
import { fakeApi, Refusal } from '@/testing/fakeApi'
import { renderPage } from '@/testing/render'
import { MessagesTab } from './MessagesTab'
import { topicId } from './topicId'

const aTopic = (id: string, name: string, position: number, more = {}) => ({
  id,
  name,
  translations: {},
  by_default: 'subscribed',
  double_opt_in: false,
  position,
  ...more,
})
const answers = {
  'GET rest/v1/topics': [
    aTopic('marketing', 'Marketing', 0),
    aTopic('news', 'News', 1, { by_default: 'unsubscribed', double_opt_in: true }),
  ],
  'POST rest/v1/topics': {},
  'PATCH rest/v1/topics': { id: 'news' },
  'rest/v1/workspace_locales': [
    { locale: 'en', position: 0, fallbacks: [], time_zone: null },
    { locale: 'ro', position: 1, fallbacks: [], time_zone: null },
  ],
  'rest/v1/sending_policies': { quiet_hours: null, caps: [{ capClass: 'marketing', most: 2, per: 'P1D' }] },
  'rest/v1/rpc/set_sending_policy': {},
  'GET rest/v1/suppressions': [{ address: 'gone@example.com', because: 'hardBounce', at: '2026-01-01T00:00:00Z' }],
  'POST rest/v1/suppressions': {},
  'DELETE rest/v1/suppressions': {},
}

function open(role: Role, more: Record<string, unknown> = {}) {
  const api = fakeApi({ ...answers, ...more })
  const at = `/w/${workspaceId}/settings`
  return renderPage(<MessagesTab />, { at, route: '/w/$workspaceId/settings', queryClient: clientOf(role) }).then(
    (page) => ({ ...page, api }),
  )
}
const card = async (name: string) => within(await screen.findByRole('region', { name }))

test('says of every topic who gets it, and adds one with an id and its names', async () => {
  const { user, api } = await open('editor')
  const topics = await card('Topics')
  expect(await topics.findByText('Only who subscribes and confirms by email')).toBeVisible()
  await user.click(topics.getByRole('button', { name: 'Add a topic' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'New topic' }))
  await user.click(dialog.getByRole('button', { name: 'Add' }))
  expect(dialog.getByLabelText('Name')).toBeInvalid()
  await user.type(dialog.getByLabelText('Name'), 'News')
  await user.type(dialog.getByLabelText(/Name in Romanian/), 'Noutăți')
  await user.click(dialog.getByRole('checkbox', { name: /Confirm subscriptions/ }))
  await user.click(dialog.getByRole('button', { name: 'Add' }))
  await waitFor(() =>
    expect(api.sent('rest/v1/topics')).toEqual([
      {
        workspace_id: workspaceId,
        id: 'news-2',
        name: 'News',
        translations: { ro: 'Noutăți' },
        by_default: 'unsubscribed',
        double_opt_in: true,
        position: 2,
      },
    ]),
  )
})

test('puts topics in another order', async () => {
  const { user, api } = await open('editor')
  await user.click(await screen.findByRole('button', { name: 'Move News up' }))
  await waitFor(() => expect(api.sent('rest/v1/topics')).toEqual([{ position: 0 }, { position: 1 }]))
  expect(screen.getByRole('button', { name: 'Move Marketing up' })).toHaveAttribute('aria-disabled', 'true')
})

test('says why a topic in use cannot be removed', async () => {
  const message = 'The topic is still used by "Welcome"'
  const { user } = await open('editor', { 'rest/v1/rpc/remove_topic': new Refusal(409, { message, code: 'PT409' }) })
  await user.click(await screen.findByRole('button', { name: 'Remove News' }))
  const dialog = within(await screen.findByRole('alertdialog'))
  await user.click(dialog.getByRole('button', { name: 'Remove' }))
  expect(await dialog.findByRole('alert')).toBeVisible()
})

test('sets quiet hours and limits together, once they can be used', async () => {
  const { user, api } = await open('editor')
  const save = await screen.findByRole('button', { name: 'Save changes' })
  const rules = await card('Quiet hours and limits')
  expect(save).toBeDisabled()
  await user.click(rules.getByRole('switch', { name: /Quiet hours/ }))
  await user.click(rules.getByRole('button', { name: 'Add a limit' }))
  const most = rules.getAllByLabelText('At most')[1]
  if (!most) throw new Error('No second limit')
  await user.clear(most)
  expect(rules.getByText('From 1 to 100.')).toBeVisible()
  await user.type(most, '5')
  await user.click(rules.getByRole('button', { name: 'Remove limit 1' }))
  await user.click(save)
  await waitFor(() =>
    expect(api.sent('rest/v1/rpc/set_sending_policy')).toEqual([
      {
        workspace: workspaceId,
        quiet_hours: { from: '21:00', to: '08:00' },
        caps: [{ capClass: 'marketing', most: 5, per: 'P1W' }],
      },
    ]),
  )
})

test('blocks an address, in lower case, and frees one only after saying what that means', async () => {
  const { user, api } = await open('editor')
  const blocked = await card('Blocked addresses')
  expect(await blocked.findByText(/Mail to it came back/)).toBeVisible()
  await user.type(blocked.getByLabelText('Address to block'), 'Not an address')
  await user.click(blocked.getByRole('button', { name: 'Block' }))
  expect(blocked.getByText('Enter a full e-mail address.')).toBeVisible()
  await user.clear(blocked.getByLabelText('Address to block'))
  await user.type(blocked.getByLabelText('Address to block'), 'Ana@Example.com{Enter}')
  await user.click(blocked.getByRole('button', { name: 'Unblock gone@example.com' }))
  const dialog = within(await screen.findByRole('alertdialog'))
  await user.click(dialog.getByRole('button', { name: 'Unblock' }))
  await waitFor(() => expect(api.calls.filter(({ method }) => method === 'DELETE')).toHaveLength(1))
  expect(api.calls.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
    { workspace_id: workspaceId, channel: 'email', address: 'ana@example.com' },
  ])
})

test('tells a viewer why nothing here can be changed', async () => {
  await open('viewer')
  const add = await screen.findByRole('button', { name: 'Add a topic' })
  expect(add).toHaveAccessibleDescription('Only editors and above can do this. Your role: Viewer.')
  expect(await screen.findByRole('switch', { name: /Quiet hours/ })).toHaveAttribute('aria-disabled', 'true')
})

test.each([
  ['News & offers', [], 'news-offers'],
  ['Știri', [], 'stiri'],
  ['أخبار', [], 'topic'],
  ['News', ['news', 'news-2'], 'news-3'],
])('a topic named %s beside %j gets the id %s', (name, taken, id) => {
  expect(topicId(name, taken)).toBe(id)
})
