import { MutationCache, QueryClient } from '@tanstack/react-query'
import i18next from 'i18next'
import { faultOf } from '@/lib/fault'
import { errorText } from '@/lib/useErrorText'
import { notify } from '@/ui/toasts'

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** Set where the form itself shows what went wrong, so that it is not said twice. */
      errorShown?: boolean
    }
  }
}

const RETRIES = 2

export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < RETRIES && ['network', 'unknown'].includes(faultOf(error)),
      },
    },
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        if (mutation.meta?.errorShown) return
        notify({ tone: 'danger', title: i18next.t('app:toast.failed'), description: errorText(error) })
      },
    }),
  })
