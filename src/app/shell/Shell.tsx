import { Outlet, useMatches, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '@/ui/cx'
import { MobileBar } from './MobileBar'
import { Sidebar } from './Sidebar'

export function Shell() {
  const { t } = useTranslation('app')
  const fullBleed = useMatches({ select: (matches) => matches.some((match) => match.staticData.fullBleed) })
  const main = useFocusOnArrival()
  return (
    <div className="flex h-dvh flex-col md:flex-row">
      <a
        href="#content"
        className="sr-only rounded-sm bg-raised px-3 py-2 font-medium text-sm shadow-raised focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:z-50"
      >
        {t('nav.skip')}
      </a>
      <MobileBar />
      <Sidebar slim={fullBleed} />
      <main
        ref={main}
        id="content"
        tabIndex={-1}
        className={cx(
          'relative flex min-h-0 min-w-0 flex-1 flex-col border-line bg-surface outline-none max-md:border-t md:my-2 md:me-2 md:rounded-lg md:border md:shadow-card',
          fullBleed ? 'overflow-hidden' : 'overflow-y-auto',
        )}
      >
        <Outlet />
      </main>
    </div>
  )
}

/** A new page starts reading at its beginning; without this the focus stays on a link that may be gone. */
function useFocusOnArrival() {
  const main = useRef<HTMLElement>(null)
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const previous = useRef(pathname)
  useEffect(() => {
    if (previous.current && pathname !== previous.current) main.current?.focus({ preventScroll: true })
    previous.current = pathname
  }, [pathname])
  return main
}
