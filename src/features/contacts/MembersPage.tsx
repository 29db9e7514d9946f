import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Pencil, SearchX, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { membersQuery } from '@/data/memberships'
import { isList, type Segment, segmentCountsQuery, segmentQuery } from '@/data/segments'
import { useErrorText } from '@/lib/useErrorText'
import { useLanguage } from '@/lib/useLanguage'
import { usePageTitle } from '@/lib/usePageTitle'
import { Breadcrumb } from '@/ui/Breadcrumb'
import { Button } from '@/ui/Button'
import { buttonStyle } from '@/ui/buttonStyle'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState } from '@/ui/ErrorState'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { PageHeader } from '@/ui/PageHeader'
import { SkeletonRows } from '@/ui/Skeleton'
import { ContactsTable } from './ContactsTable'
import { RemoveFromList } from './RemoveFromList'

/** Who is in a segment or on a list. */
export function MembersPage() {
  const { t } = useTranslation('segments')
  const workspaceId = useWorkspaceId()
  const { segmentId = '' } = useParams({ strict: false })
  const segment = useQuery(segmentQuery(workspaceId, segmentId))
  const errorText = useErrorText()
  usePageTitle(segment.data?.name ?? t('members.title'))
  if (segment.data === null)
    return <EmptyState level={1} icon={SearchX} title={t('gone.title')} description={t('gone.description')} />
  return (
    <Page>
      {segment.isPending && <SkeletonRows rows={8} className="h-11" />}
      {segment.isError && <ErrorState level={1} description={errorText(segment.error)} onRetry={segment.refetch} />}
      {segment.data && (
        <>
          <Header segment={segment.data} />
          {segment.data.state !== 'ready' && (
            <Notice tone={segment.data.state === 'failed' ? 'danger' : 'info'} className="mb-4">
              {t(`members.${segment.data.state}`)}
            </Notice>
          )}
          <Members segment={segment.data} />
        </>
      )}
    </Page>
  )
}

function Header({ segment }: { segment: Segment }) {
  const { t } = useTranslation('segments')
  const workspaceId = useWorkspaceId()
  const language = useLanguage()
  const counts = useQuery(segmentCountsQuery(workspaceId)).data
  const count = counts?.get(segment.id) ?? 0
  const list = (
    <Link to="/w/$workspaceId/segments" params={{ workspaceId }}>
      {t('title')}
    </Link>
  )
  return (
    <PageHeader
      above={<Breadcrumb items={[{ id: 'list', content: list }]} />}
      title={<bdi>{segment.name}</bdi>}
      description={counts && t('members.count', { count, number: new Intl.NumberFormat(language).format(count) })}
      actions={
        !isList(segment) && (
          <Link
            to="/w/$workspaceId/segments/$segmentId"
            params={{ workspaceId, segmentId: segment.id }}
            className={buttonStyle('secondary')}
          >
            <Pencil aria-hidden className="size-4" />
            {t('members.edit')}
          </Link>
        )
      }
    />
  )
}

function Members({ segment }: { segment: Segment }) {
  const { t } = useTranslation('segments')
  const members = useInfiniteQuery({
    ...membersQuery(useWorkspaceId(), segment),
    refetchInterval: segment.state === 'computing' ? 2000 : false,
  })
  const errorText = useErrorText()
  if (members.isPending) return <SkeletonRows rows={8} className="h-11" />
  if (!members.data)
    return (
      <Card>
        <ErrorState description={errorText(members.error)} onRetry={members.refetch} />
      </Card>
    )
  if (members.data.length === 0)
    return (
      <Card flush>
        <EmptyState
          icon={Users}
          title={t('members.none.title')}
          description={t(isList(segment) ? 'members.none.list' : 'members.none.segment')}
        />
      </Card>
    )
  return (
    <>
      <ContactsTable
        contacts={members.data}
        {...(isList(segment) && { action: (contact) => <RemoveFromList list={segment} contact={contact} /> })}
      />
      {members.hasNextPage && (
        <Button className="mt-4" busy={members.isFetchingNextPage} onClick={() => void members.fetchNextPage()}>
          {t('members.more')}
        </Button>
      )}
    </>
  )
}
