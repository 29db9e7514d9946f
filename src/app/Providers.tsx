import { DirectionProvider } from '@base-ui/react/direction-provider'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { directionOf } from '@/lib/i18n'
import { useLanguage } from '@/lib/useLanguage'
import { Toaster } from '@/ui/Toaster'
import { TooltipProvider } from '@/ui/Tooltip'
import { CrashBoundary } from './CrashBoundary'

export function Providers({ queryClient, children }: { queryClient: QueryClient; children: ReactNode }) {
  const language = useLanguage()
  return (
    <CrashBoundary>
      <QueryClientProvider client={queryClient}>
        <DirectionProvider direction={directionOf(language)}>
          <TooltipProvider delay={400}>
            <Toaster>{children}</Toaster>
          </TooltipProvider>
        </DirectionProvider>
      </QueryClientProvider>
    </CrashBoundary>
  )
}
