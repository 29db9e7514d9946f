import { RotateCw, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button'

export type ErrorStateProps = {
  title?: string
  /** What happened, in the reader's words. */
  description: ReactNode
  onRetry?: () => void
  retrying?: boolean
  /** Another way out, for instance a link back. */
  action?: ReactNode
}

export function ErrorState({ title, description, onRetry, retrying, action }: ErrorStateProps) {
  const { t } = useTranslation('ui')
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center gap-1 px-6 py-12 text-center">
      <span className="mb-3 inline-flex size-11 items-center justify-center rounded-md bg-danger-soft text-danger">
        <TriangleAlert aria-hidden className="size-5" />
      </span>
      <h2 className="font-semibold text-base">{title ?? t('somethingWentWrong')}</h2>
      <div className="text-muted text-sm">{description}</div>
      <div className="mt-4 flex flex-wrap justify-center gap-2">
        {onRetry && (
          <Button icon={RotateCw} onClick={onRetry} busy={retrying ?? false}>
            {t('tryAgain')}
          </Button>
        )}
        {action}
      </div>
    </div>
  )
}
