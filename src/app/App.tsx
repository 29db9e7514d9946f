import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { onSessionChange, sessionQuery } from '@/data/session'
import { Providers } from './Providers'
import { createQueryClient } from './queryClient'
import { createAppRouter } from './router'

export function App() {
  const [queryClient] = useState(createQueryClient)
  const [router] = useState(() => createAppRouter(queryClient))

  useEffect(
    () =>
      onSessionChange((session) => {
        const before = queryClient.getQueryData(sessionQuery.queryKey)
        queryClient.setQueryData(sessionQuery.queryKey, session)
        if (before?.user.id === session?.user.id) return
        // Nothing one person was allowed to see may stay behind for the next. While a page is still up it would only
        // be asked for again, so on the way out the page goes first.
        const forget = () =>
          queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] })
        if (session) {
          forget()
          void router.invalidate()
        } else void router.invalidate().then(forget)
      }),
    [queryClient, router],
  )

  return (
    <Providers queryClient={queryClient}>
      <RouterProvider router={router} />
    </Providers>
  )
}
