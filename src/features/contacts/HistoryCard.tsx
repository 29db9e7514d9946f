import type { UseQueryResult } from '@tanstack/react-query'
import type { Key, ReactNode } from 'react'
import { useErrorText } from '@/lib/useErrorText'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { SkeletonRows } from '@/ui/Skeleton'

type HistoryCardProps<Row> = {
  title: string
  /** Said while there is nothing: what will stand here and when. */
  empty: string
  query: UseQueryResult<Row[]>
  rowKey: (row: Row) => Key
  row: (row: Row) => ReactNode
  actions?: ReactNode
  /** What stands below the list. */
  children?: ReactNode
}

/** One list about a contact, with its loading, empty and failed faces. */
export function HistoryCard<Row>({ title, empty, query, rowKey, row, actions, children }: HistoryCardProps<Row>) {
  const errorText = useErrorText()
  return (
    <Card title={title} actions={actions} flush>
      {query.isPending && (
        <div className="px-5 pb-5">
          <SkeletonRows rows={2} />
        </div>
      )}
      {query.isError && <ErrorState description={errorText(query.error)} onRetry={query.refetch} />}
      {query.data?.length === 0 && <p className="px-5 pb-5 text-muted text-sm">{empty}</p>}
      {query.data && query.data.length > 0 && (
        <ul className="border-line border-t">
          {query.data.map((each) => (
            <li
              key={rowKey(each)}
              className="flex flex-wrap items-start gap-x-4 gap-y-1 border-line border-b px-5 py-3 last:border-b-0"
            >
              {row(each)}
            </li>
          ))}
        </ul>
      )}
      {children}
    </Card>
  )
}
