import { useTranslation } from 'react-i18next'
import { faultOf } from '@/lib/fault'
import { useErrorText } from '@/lib/useErrorText'
import { Button } from '@/ui/Button'
import { ErrorState } from '@/ui/ErrorState'

/** What stands in place of a page that could not be loaded or drawn. */
export function CrashPage({ error, reset }: { error?: unknown; reset?: () => void }) {
  const { t } = useTranslation('app')
  const errorText = useErrorText()
  const isOurs = error === undefined || faultOf(error) === 'unknown'
  return (
    <div className="flex min-h-[60dvh] flex-1 flex-col justify-center">
      <ErrorState
        level={1}
        title={isOurs ? t('crash.title') : undefined}
        description={isOurs ? t('crash.description') : errorText(error)}
        onRetry={reset}
        action={<Button onClick={() => window.location.reload()}>{t('crash.reload')}</Button>}
      />
    </div>
  )
}
