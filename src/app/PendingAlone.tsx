import { useTranslation } from 'react-i18next'
import { Spinner } from '@/ui/Spinner'

/** For pages that stand on their own, outside a workspace. */
export function PendingAlone() {
  const { t } = useTranslation('ui')
  return (
    <div className="flex min-h-dvh items-center justify-center">
      <Spinner label={t('loading')} />
    </div>
  )
}
