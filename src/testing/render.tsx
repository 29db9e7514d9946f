import { DirectionProvider } from '@base-ui/react/direction-provider'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { Toaster } from '@/ui/Toaster'
import { TooltipProvider } from '@/ui/Tooltip'

type Options = {
  /** The address the component believes it is at; a `$` segment in `route` becomes a parameter. */
  at?: string
  route?: string
  queryClient?: QueryClient
}

/** Renders with everything the application wraps around a page, and answers with a user who types and clicks. */
export async function renderPage(page: ReactNode, { at = '/', route = at, queryClient = testClient() }: Options = {}) {
  const root = createRootRoute()
  const here = createRoute({ getParentRoute: () => root, path: route, component: () => page })
  const elsewhere = createRoute({ getParentRoute: () => root, path: '$', component: () => null })
  const router = createRouter({
    routeTree: root.addChildren(route === '/$' ? [here] : [here, elsewhere]),
    history: createMemoryHistory({ initialEntries: [at] }),
  })
  await router.load()
  const view = render(
    <QueryClientProvider client={queryClient}>
      <DirectionProvider direction="ltr">
        <TooltipProvider delay={0}>
          <RouterProvider router={router} />
          <Toaster />
        </TooltipProvider>
      </DirectionProvider>
    </QueryClientProvider>,
  )
  return { ...view, user: userEvent.setup(), router, queryClient }
}

export const testClient = () =>
  new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } })
