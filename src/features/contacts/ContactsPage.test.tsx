import { screen } from '@testing-library/react'
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
const asked = ({ body }: Call) => body as { query: string; after_id?: number }
const some = (count: number) => Array.from({ length: count }, (_, index) => contact(count - index))

const open = (search = '') =>
  renderPage(<ContactsPage />, {
    at: `/w/${workspaceId}/contacts${search}`,
    route: '/w/$workspaceId/contacts',
    queryClient: clientOf('viewer'),
  })

test('lists contacts by what is known of them', async () => {
  fakeApi({ 'rest/v1/rpc/search_contacts': some(2) })
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
  fakeApi({ 'rest/v1/rpc/search_contacts': [] })
  await open()
  expect(await screen.findByRole('heading', { name: 'No contacts yet' })).toBeVisible()
  expect(screen.getByRole('link', { name: 'Connect your site' })).toHaveAttribute(
    'href',
    `/w/${workspaceId}/settings?tab=sending`,
  )
})

test('searches for exactly what was typed', async () => {
  const typed = 'a_b%,y)"\\'
  const api = fakeApi({ 'rest/v1/rpc/search_contacts': (call: Call) => (asked(call).query ? [] : some(1)) })
  const { user } = await open()
  await user.type(await screen.findByRole('searchbox', { name: 'Search contacts' }), typed)
  expect(await screen.findByRole('heading', { name: `Nobody matches “${typed}”` })).toBeVisible()
  expect(api.sent('rest/v1/rpc/search_contacts').at(-1)).toMatchObject({ workspace: workspaceId, query: typed })
  await user.click(screen.getByRole('button', { name: 'Show everybody' }))
  expect(await screen.findByRole('link', { name: 'cus_1' })).toBeVisible()
})

test('shows more from where the page ended', async () => {
  const api = fakeApi({
    'rest/v1/rpc/search_contacts': (call: Call) =>
      some(30)
        .filter(({ id }) => id < (asked(call).after_id ?? 31))
        .slice(0, 26),
  })
  const { user } = await open('?q=person')
  await user.click(await screen.findByRole('button', { name: 'Show more' }))
  expect(await screen.findByRole('link', { name: 'cus_1' })).toBeVisible()
  expect(screen.getAllByRole('row')).toHaveLength(31)
  expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument()
  expect(api.sent('rest/v1/rpc/search_contacts').at(-1)).toMatchObject({ query: 'person', after_id: 6, page_size: 26 })
})

test('says what happened and tries again', async () => {
  let broken = true
  fakeApi({
    'rest/v1/rpc/search_contacts': () => (broken ? new Refusal(403, { code: '42501', message: 'no' }) : some(1)),
  })
  const { user } = await open()
  expect(await screen.findByRole('alert')).toHaveTextContent('Your role does not allow this')
  broken = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('link', { name: 'cus_1' })).toBeVisible()
})
