import { RouterProvider } from '@tanstack/react-router'
import { act, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { sessionQuery } from '@/data/session'
import { clientOf, workspaceId } from '@/testing/aWorkspace'
import { fakeApi } from '@/testing/fakeApi'
import { Providers } from './Providers'
import { createQueryClient } from './queryClient'
import { createAppRouter } from './router'

async function open(path: string, queryClient = createQueryClient()) {
  window.history.pushState(null, '', path)
  const router = createAppRouter(queryClient)
  await act(async () => {
    render(
      <Providers queryClient={queryClient}>
        <RouterProvider router={router} />
      </Providers>,
    )
    await router.load()
  })
  return router
}

function stranger() {
  const client = createQueryClient()
  client.setQueryData(sessionQuery.queryKey, null)
  return client
}

afterEach(() => localStorage.clear())

test('asks a stranger to sign in and remembers where they were going', async () => {
  const router = await open(`/w/${workspaceId}/contacts?q=ana`, stranger())
  expect(router.state.location).toMatchObject({
    pathname: '/sign-in',
    search: { next: `/w/${workspaceId}/contacts?q=ana` },
  })
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible()
  expect(document.title).toBe('Sign in · Perennial')
})

test.each(['//evil.example', '/\\evil.example', 'https://evil.example'])(
  'does not let a link to the sign-in page lead on to %s',
  async (next) => {
    const router = await open(`/sign-in?next=${encodeURIComponent(next)}`, stranger())
    expect(router.state.location.search).not.toHaveProperty('next', next)
  },
)

test('leads to the workspace used last', async () => {
  const router = await open('/', clientOf('viewer'))
  await waitFor(() => expect(router.state.location.pathname).toBe(`/w/${workspaceId}/journeys`))
})

test('shows a workspace of others as one that does not exist', async () => {
  await open('/w/99999999-9999-4999-8999-999999999999/contacts', clientOf('owner'))
  expect(await screen.findByRole('heading', { name: 'This page does not exist' })).toBeVisible()
  expect(screen.getByRole('link', { name: 'Go to your workspace' })).toHaveAttribute('href', '/')
})

test('shows the page in the shell, with the way to every place', async () => {
  fakeApi({ 'rest/v1/rpc/search_contacts': [] })
  await open(`/w/${workspaceId}/contacts`, clientOf('owner'))
  expect(await screen.findByRole('heading', { name: 'Contacts', level: 1 })).toBeVisible()
  const links = screen.getAllByRole('link').map((link) => link.textContent)
  expect(links).toEqual(expect.arrayContaining(['Skip to content', 'Journeys', 'Contacts', 'Settings']))
  expect(screen.getByRole('link', { name: 'Contacts' })).toHaveAttribute('aria-current', 'page')
})
