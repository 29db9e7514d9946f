import { useQuery } from '@tanstack/react-query'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import { Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { rule as ruleSchema } from '@/audience/rule'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { isList, type Segment, segmentQuery } from '@/data/segments'
import { useErrorText } from '@/lib/useErrorText'
import { usePageTitle } from '@/lib/usePageTitle'
import { Breadcrumb } from '@/ui/Breadcrumb'
import { buttonStyle } from '@/ui/buttonStyle'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState } from '@/ui/ErrorState'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { PageHeader } from '@/ui/PageHeader'
import { SkeletonRows } from '@/ui/Skeleton'
import { notify } from '@/ui/toasts'
import { NoSuchSegment } from './NoSuchSegment'
import { RuleForm } from './RuleForm'

/** A segment's rule; a list has none and shows who is on it. */
export function SegmentPage() {
  const { t } = useTranslation('segments')
  const workspaceId = useWorkspaceId()
  const { segmentId = '' } = useParams({ strict: false })
  const segment = useQuery(segmentQuery(workspaceId, segmentId))
  const errorText = useErrorText()
  usePageTitle(segment.data?.name ?? t('title'))

  if (segment.data === null) return <NoSuchSegment />
  if (segment.data && isList(segment.data))
    return <Navigate to="/w/$workspaceId/segments/$segmentId/members" params={{ workspaceId, segmentId }} replace />
  return (
    <Page>
      {segment.isPending && <SkeletonRows rows={4} className="h-24" />}
      {segment.isError && <ErrorState level={1} description={errorText(segment.error)} onRetry={segment.refetch} />}
      {segment.data && <OpenSegment key={segment.data.id} segment={segment.data} />}
    </Page>
  )
}

function OpenSegment({ segment }: { segment: Segment }) {
  const { t } = useTranslation('segments')
  const workspaceId = useWorkspaceId()
  const rule = ruleSchema.safeParse(segment.rule)
  const list = (
    <Link to="/w/$workspaceId/segments" params={{ workspaceId }}>
      {t('title')}
    </Link>
  )
  return (
    <>
      <PageHeader
        above={<Breadcrumb items={[{ id: 'list', content: list }]} />}
        title={<bdi>{segment.name}</bdi>}
        actions={
          <Link
            to="/w/$workspaceId/segments/$segmentId/members"
            params={{ workspaceId, segmentId: segment.id }}
            className={buttonStyle('secondary')}
          >
            <Users aria-hidden className="size-4" />
            {t('members.title')}
          </Link>
        }
      />
      {segment.state === 'failed' && (
        <Notice tone="danger" className="mb-4">
          {t('members.failed')}
        </Notice>
      )}
      {rule.success ? (
        <RuleForm
          key={segment.revision}
          segment={{ id: segment.id, revision: segment.revision }}
          name={segment.name}
          rule={rule.data}
          onSaved={() => notify({ title: t('rule.saved'), tone: 'positive' })}
        />
      ) : (
        <EmptyState icon={Users} title={t('unreadable')} description="" />
      )}
    </>
  )
}
