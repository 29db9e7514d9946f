import { useTranslation } from 'react-i18next'
import { cx } from './cx'

export function Skeleton({ className }: { className?: string }) {
  return (
    <div aria-hidden className={cx('animate-pulse rounded-xs bg-subtle forced-colors:border', className ?? 'h-4')} />
  )
}

/** A stand-in for a list: announced once, drawn as rows of about the right height. */
export function SkeletonRows({ rows = 5, className = 'h-10' }: { rows?: number; className?: string }) {
  const { t } = useTranslation('ui')
  return (
    <div role="status" aria-label={t('loading')} className="flex flex-col gap-2">
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((key) => (
        <Skeleton key={key} className={className} />
      ))}
    </div>
  )
}
