import { useTranslation } from 'react-i18next'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { type StoredProvider, saidTo, useTestProvider } from '@/data/providers'
import { useErrorText } from '@/lib/useErrorText'
import { useLanguage } from '@/lib/useLanguage'
import { Button } from '@/ui/Button'
import { Notice } from '@/ui/Notice'

/** Tries a provider out with a mail to oneself, and says what it says. */
export function ProviderTest({ provider: { id, name } }: { provider: StoredProvider }) {
  const { t } = useTranslation('providers')
  const errorText = useErrorText()
  const locale = useLanguage()
  const test = useTestProvider(useWorkspaceId())
  const said = saidTo(test.error)
  return (
    <div className="flex basis-full flex-wrap items-start gap-2">
      <Button size="sm" busy={test.isPending} onClick={() => test.mutate({ id, locale })}>
        {t('test')}
      </Button>
      {test.data && (
        <Notice tone="positive" className="flex-1">
          {t('tested', { to: test.data.to })}
        </Notice>
      )}
      {test.error && (
        <Notice tone="danger" className="flex-1">
          {said === undefined ? errorText(test.error) : t('testFailed', { name, said })}
        </Notice>
      )}
    </div>
  )
}
