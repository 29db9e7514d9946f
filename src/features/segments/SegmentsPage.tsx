import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ListPlus, Plus, SearchX, Shapes } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusal, useWorkspaceId } from '@/data/currentWorkspace'
import { type Segment, segmentsQuery } from '@/data/segments'
import { useErrorText } from '@/lib/useErrorText'
import { usePageTitle } from '@/lib/usePageTitle'
import { Button } from '@/ui/Button'
import { buttonStyle } from '@/ui/buttonStyle'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { PageHeader } from '@/ui/PageHeader'
import { SearchField } from '@/ui/SearchField'
import { SkeletonRows } from '@/ui/Skeleton'
import { CreateListDialog } from './CreateListDialog'
import { SegmentTable } from './SegmentTable'

export function SegmentsPage() {
  const { t } = useTranslation('segments')
  const refusal = useRefusal('editor')
  const [creating, setCreating] = useState(false)
  usePageTitle(t('title'))
  return (
    <Page>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <>
            <Button icon={ListPlus} disabledReason={refusal} onClick={() => setCreating(true)}>
              {t('createList')}
            </Button>
            <NewSegment refusal={refusal} />
          </>
        }
      />
      <SegmentList mayCreate={refusal === null} />
      {creating && <CreateListDialog onClose={() => setCreating(false)} />}
    </Page>
  )
}

function NewSegment({ refusal }: { refusal: string | null }) {
  const { t } = useTranslation('segments')
  const workspaceId = useWorkspaceId()
  if (refusal !== null)
    return (
      <Button variant="primary" icon={Plus} disabledReason={refusal}>
        {t('createSegment')}
      </Button>
    )
  return (
    <Link to="/w/$workspaceId/segments/new" params={{ workspaceId }} className={buttonStyle('primary')}>
      <Plus aria-hidden className="size-4" />
      {t('createSegment')}
    </Link>
  )
}

function SegmentList({ mayCreate }: { mayCreate: boolean }) {
  const { t } = useTranslation('segments')
  const errorText = useErrorText()
  const { data, error, isPending, refetch } = useQuery(segmentsQuery(useWorkspaceId()))
  if (error && !data) return <ErrorState description={errorText(error)} onRetry={() => void refetch()} />
  if (isPending) return <SkeletonRows rows={6} className="h-12" />
  if (data.length > 0) return <Found segments={data} />
  return (
    <EmptyState
      icon={Shapes}
      tone="entry"
      title={t('empty.title')}
      description={t('empty.description')}
      action={mayCreate && <NewSegment refusal={null} />}
    />
  )
}

function Found({ segments }: { segments: readonly Segment[] }) {
  const { t } = useTranslation('segments')
  const [search, setSearch] = useState('')
  const wanted = useDeferredValue(search).trim().toLocaleLowerCase()
  const found = segments.filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
  return (
    <>
      <SearchField label={t('search')} value={search} onChange={setSearch} className="mb-4 max-w-sm" />
      {found.length > 0 ? (
        <Card flush>
          <SegmentTable segments={found} />
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
