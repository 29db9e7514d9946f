import { useLanguage } from '@/lib/useLanguage'
import { Skeleton } from '@/ui/Skeleton'

type TotalCellProps = {
  /** Nothing while it is counted; null where it cannot be known. */
  count: number | null | undefined
  /** What the share is of. */
  of?: number
}

/** A number and its share; a dash where nobody could be counted. */
export function TotalCell({ count, of }: TotalCellProps) {
  const language = useLanguage()
  if (count === undefined) return <Skeleton className="ms-auto h-4 w-12" />
  if (count === null || of === 0) return <span className="text-muted">–</span>
  return (
    <span className="whitespace-nowrap tabular-nums">
      <span className="font-medium">{new Intl.NumberFormat(language).format(count)}</span>{' '}
      {of !== undefined && (
        <span className="text-muted">
          {new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(count / of)}
        </span>
      )}
    </span>
  )
}
