import { useQuery } from '@tanstack/react-query'
import { Plus, Route, SearchX } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusal, useWorkspaceId } from '@/data/currentWorkspace'
import { type JourneySummary, journeysQuery } from '@/data/journeys'
import { useErrorText } from '@/lib/useErrorText'
import { usePageTitle } from '@/lib/usePageTitle'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { PageHeader } from '@/ui/PageHeader'
import { SearchField } from '@/ui/SearchField'
import { SkeletonRows } from '@/ui/Skeleton'
import { CreateJourneyDialog } from './CreateJourneyDialog'
import { JourneyTable } from './JourneyTable'

export function JourneysPage() {
  const { t } = useTranslation('journeys')
  const refusal = useRefusal('editor')
  const [creating, setCreating] = useState(false)
  usePageTitle(t('title'))
  return (
    <Page>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <Button variant="primary" icon={Plus} disabledReason={refusal} onClick={() => setCreating(true)}>
            {t('create.button')}
          </Button>
        }
      />
      <JourneyList onCreate={refusal === null ? () => setCreating(true) : undefined} />
      {creating && <CreateJourneyDialog onClose={() => setCreating(false)} />}
    </Page>
  )
}

function JourneyList({ onCreate }: { onCreate: (() => void) | undefined }) {
  const { t } = useTranslation('journeys')
  const errorText = useErrorText()
  const { data, error, isPending, refetch } = useQuery(journeysQuery(useWorkspaceId()))
  if (error && !data) return <ErrorState description={errorText(error)} onRetry={() => void refetch()} />
  if (isPending) return <SkeletonRows rows={6} className="h-12" />
  if (data.length > 0) return <Found journeys={data} />
  return (
    <EmptyState
      icon={Route}
      tone="entry"
      title={t('empty.title')}
      description={t('empty.description')}
      action={
        onCreate && (
          <Button variant="primary" icon={Plus} onClick={onCreate}>
            {t('create.button')}
          </Button>
        )
      }
    />
  )
}

function Found({ journeys }: { journeys: readonly JourneySummary[] }) {
  const { t } = useTranslation('journeys')
  const [search, setSearch] = useState('')
  const wanted = useDeferredValue(search).trim().toLocaleLowerCase()
  const found = journeys.filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
  return (
    <>
      <SearchField label={t('search')} value={search} onChange={setSearch} className="mb-4 max-w-sm" />
      {found.length > 0 ? (
        <Card flush>
          <JourneyTable journeys={found} />
        </Card>
      ) : (
        <EmptyState
          icon={SearchX}
          title={t('none.title')}
          description={t('none.description')}
          action={<Button onClick={() => setSearch('')}>{t('none.clear')}</Button>}
        />
      )}
    </>
  )
}
