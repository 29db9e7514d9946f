import { DirectionProvider } from '@base-ui/react/direction-provider'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense } from 'react'
import { directionOf } from '@/lib/i18n'
import { useLanguage } from '@/lib/useLanguage'
import { TooltipProvider } from '@/ui/Tooltip'
import { CrashBoundary } from './CrashBoundary'

const Toaster = lazy(() => import('@/ui/Toaster').then((module) => ({ default: module.Toaster })))

export function Providers({ queryClient, children }: { queryClient: QueryClient; children: ReactNode }) {
  const language = useLanguage()
  return (
    <CrashBoundary>
      <QueryClientProvider client={queryClient}>
        <DirectionProvider direction={directionOf(language)}>
          <TooltipProvider delay={400}>
            {children}
            <Suspense>
              <Toaster />
            </Suspense>
          </TooltipProvider>
        </DirectionProvider>
      </QueryClientProvider>
    </CrashBoundary>
  )
}
