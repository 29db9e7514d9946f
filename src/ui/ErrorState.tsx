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
  /** The heading's level; 1 where this is all the page has. */
  level?: 1 | 2
}

export function ErrorState({ title, description, onRetry, retrying, action, level = 2 }: ErrorStateProps) {
  const { t } = useTranslation('ui')
  const Heading = `h${level}` as const
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center gap-1 px-6 py-12 text-center">
      <span className="mb-3 inline-flex size-11 items-center justify-center rounded-md bg-danger-soft text-danger">
        <TriangleAlert aria-hidden className="size-5" />
      </span>
      <Heading className="font-semibold text-base">{title ?? t('somethingWentWrong')}</Heading>
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
