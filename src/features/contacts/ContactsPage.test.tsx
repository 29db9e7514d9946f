import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { clientOf, workspaceId } from '@/testing/aWorkspace'
import { type Call, fakeApi, Refusal } from '@/testing/fakeApi'
import { renderPage } from '@/testing/render'
import { ContactsPage } from './ContactsPage'

const contact = (id: number) => ({
  id,
  external_id: `cus_${id}`,
  email: id === 1 ? null : `person${id}@example.com`,
  locale: 'ro',
  time_zone: 'Europe/Bucharest',
  attributes: {},
  created_at: '2026-01-01T00:00:00Z',
  last_seen_at: null,
})
const some = (count: number) => Array.from({ length: count }, (_, index) => contact(count - index))

const open = (search = '') =>
  renderPage(<ContactsPage />, {
    at: `/w/${workspaceId}/contacts${search}`,
    route: '/w/$workspaceId/contacts',
    queryClient: clientOf('viewer'),
  })

test('lists contacts by what is known of them', async () => {
  fakeApi({ 'rest/v1/contacts': some(2) })
  await open()
  expect(await screen.findByRole('link', { name: 'person2@example.com' })).toHaveAttribute(
    'href',
    `/w/${workspaceId}/contacts/2`,
  )
  expect(screen.getByRole('link', { name: 'cus_1' })).toBeVisible()
  expect(screen.getAllByText('Romanian')).toHaveLength(2)
  expect(screen.queryByRole('navigation', { name: 'Pages' })).not.toBeInTheDocument()
})

test('teaches how contacts get here while there are none', async () => {
  fakeApi({ 'rest/v1/contacts': [] })
  await open()
  expect(await screen.findByRole('heading', { name: 'No contacts yet' })).toBeVisible()
  expect(screen.getByRole('link', { name: 'Connect your site' })).toHaveAttribute(
    'href',
    `/w/${workspaceId}/settings?tab=sending`,
  )
})

test.each([
  ['ana.p@example', '(email.ilike.%ana.p@example%,external_id.ilike.%ana.p@example%)'],
  ['a_b%', String.raw`(email.ilike.%a\_b\%%,external_id.ilike.%a\_b\%%)`],
  ['x,y)"', String.raw`(email.ilike."%x,y)\"%",external_id.ilike."%x,y)\"%")`],
])('searches for exactly what was typed: %s', async (typed, filter) => {
  const api = fakeApi({ 'rest/v1/contacts': (call: Call) => (call.query.has('or') ? [] : some(1)) })
  const { user } = await open()
  await user.type(await screen.findByRole('searchbox', { name: 'Search contacts' }), typed)
  expect(await screen.findByRole('heading', { name: `Nobody matches “${typed}”` })).toBeVisible()
  expect(api.calls.at(-1)?.query.get('or')).toBe(filter)
  await user.click(screen.getByRole('button', { name: 'Show everybody' }))
  expect(await screen.findByRole('link', { name: 'cus_1' })).toBeVisible()
})

test('turns the page', async () => {
  const api = fakeApi({ 'rest/v1/contacts': (call: Call) => (call.query.get('offset') === '25' ? some(1) : some(26)) })
  const { user } = await open()
  await user.click(await screen.findByRole('button', { name: 'Next page' }))
  expect(await screen.findByText('Page 2')).toBeVisible()
  await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2))
  expect(screen.getByRole('button', { name: 'Next page' })).toHaveAttribute('aria-disabled', 'true')
  expect(api.calls.at(-1)?.query.get('limit')).toBe('26')
})

test('says what happened and tries again', async () => {
  let broken = true
  fakeApi({ 'rest/v1/contacts': () => (broken ? new Refusal(403, { code: '42501', message: 'no' }) : some(1)) })
  const { user } = await open()
  expect(await screen.findByRole('alert')).toHaveTextContent('Your role does not allow this')
  broken = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('link', { name: 'cus_1' })).toBeVisible()
})
