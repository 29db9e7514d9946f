import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { shownSuppressions, suppressionsQuery } from '@/data/suppressions'
import { useErrorText } from '@/lib/useErrorText'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { SearchField } from '@/ui/SearchField'
import { SkeletonRows } from '@/ui/Skeleton'
import { BlockAddress } from './BlockAddress'
import { BlockedRow } from './BlockedRow'

export function BlockedCard() {
  const { t } = useTranslation('policy')
  const [search, setSearch] = useState('')
  const wanted = useDeferredValue(search)
  const blocked = useQuery({
    ...suppressionsQuery(useWorkspaceId(), wanted),
    placeholderData: (previous) => previous,
  })
  const errorText = useErrorText()
  const found = blocked.data ?? []
  return (
    <Card title={t('blocked.title')} description={t('blocked.description')} flush>
      <div className="flex flex-col gap-4 px-5 pb-4">
        <BlockAddress />
        {(found.length > 0 || search !== '') && (
          <SearchField className="max-w-sm" label={t('blocked.search')} value={search} onChange={setSearch} />
        )}
        {blocked.isPending && <SkeletonRows rows={1} />}
        {blocked.data?.length === 0 && (
          <p className="text-muted text-sm">{search === '' ? t('blocked.none') : t('blocked.noMatch', { search })}</p>
        )}
      </div>
      {blocked.isError && <ErrorState description={errorText(blocked.error)} onRetry={blocked.refetch} />}
      {found.length > 0 && (
        <ul className="border-line border-t">
          {found.map((each) => (
            <BlockedRow key={each.address} blocked={each} />
          ))}
        </ul>
      )}
      {found.length === shownSuppressions && (
        <p className="border-line border-t px-5 py-3 text-muted text-xs">
          {t('blocked.more', { count: shownSuppressions })}
        </p>
      )}
    </Card>
  )
}
