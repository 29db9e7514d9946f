import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { isList, type Segment, segmentCountsQuery } from '@/data/segments'
import { formatAgo, formatDateTime } from '@/lib/dates'
import { useLanguage } from '@/lib/useLanguage'
import { Badge } from '@/ui/Badge'
import { type Column, Table } from '@/ui/Table'
import { SegmentMenu } from './SegmentMenu'

export function SegmentTable({ segments }: { segments: readonly Segment[] }) {
  const { t } = useTranslation('segments')
  const language = useLanguage()
  const workspaceId = useWorkspaceId()
  const counts = useQuery(segmentCountsQuery(workspaceId)).data
  const columns: Column<Segment>[] = [
    {
      id: 'name',
      header: t('column.name'),
      className: 'w-full max-w-0',
      cell: (segment) => (
        <Link
          to={isList(segment) ? '/w/$workspaceId/segments/$segmentId/members' : '/w/$workspaceId/segments/$segmentId'}
          params={{ workspaceId, segmentId: segment.id }}
          className="block truncate rounded-xs font-medium hover:underline"
        >
          <bdi>{segment.name}</bdi>
        </Link>
      ),
    },
    {
      id: 'kind',
      header: t('column.kind'),
      secondary: true,
      cell: (segment) => (
        <span className="whitespace-nowrap text-muted">{t(`kind.${isList(segment) ? 'list' : 'segment'}`)}</span>
      ),
    },
    {
      id: 'members',
      header: t('column.members'),
      align: 'end',
      cell: ({ id, state }) => (
        <span className="flex items-center justify-end gap-2">
          {state !== 'ready' && <Badge tone={state === 'failed' ? 'danger' : 'accent'}>{t(`state.${state}`)}</Badge>}
          <Link
            to="/w/$workspaceId/segments/$segmentId/members"
            params={{ workspaceId, segmentId: id }}
            className="rounded-xs tabular-nums hover:underline"
          >
            {counts ? new Intl.NumberFormat(language).format(counts.get(id) ?? 0) : '…'}
          </Link>
        </span>
      ),
    },
    {
      id: 'changed',
      header: t('column.changed'),
      secondary: true,
      className: 'whitespace-nowrap',
      cell: ({ updated_at }) => (
        <time dateTime={updated_at} title={formatDateTime(updated_at, language)} className="text-muted">
          {formatAgo(updated_at, language)}
        </time>
      ),
    },
    {
      id: 'menu',
      header: <span className="sr-only">{t('column.menu')}</span>,
      align: 'end',
      cell: (segment) => <SegmentMenu segment={segment} />,
    },
  ]
  return <Table caption={t('title')} columns={columns} rows={segments} rowKey={({ id }) => id} />
}
