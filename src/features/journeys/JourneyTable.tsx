import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useWorkspaceId } from '@/data/currentWorkspace'
import type { JourneyStatus, JourneySummary } from '@/data/journeys'
import { type JourneyTotal, journeyTotalsQuery } from '@/data/journeyTotals'
import { formatAgo, formatDateTime } from '@/lib/dates'
import { useLanguage } from '@/lib/useLanguage'
import { Badge, type BadgeTone } from '@/ui/Badge'
import { type Column, Table } from '@/ui/Table'
import { JourneyMenu } from './JourneyMenu'
import { TotalCell } from './TotalCell'
import { TotalHeader } from './TotalHeader'

const tones: Record<JourneyStatus, BadgeTone> = {
  draft: 'neutral',
  live: 'positive',
  paused: 'warning',
  stopped: 'neutral',
}

export function JourneyTable({ journeys }: { journeys: readonly JourneySummary[] }) {
  const { t } = useTranslation('journeys')
  const language = useLanguage()
  const workspaceId = useWorkspaceId()
  const totals = useQuery(journeyTotalsQuery(workspaceId))
  const total = (journey: JourneySummary, metric: 'entered' | 'converted') =>
    totals.isPending ? undefined : countOf(totals.data, journey, metric)
  const columns: Column<JourneySummary>[] = [
    {
      id: 'name',
      header: t('column.name'),
      className: 'w-full max-w-0',
      cell: ({ id, name }) => (
        <Link
          to="/w/$workspaceId/journeys/$journeyId"
          params={{ workspaceId, journeyId: id }}
          className="block truncate rounded-xs font-medium hover:underline"
        >
          <bdi>{name}</bdi>
        </Link>
      ),
    },
    {
      id: 'status',
      header: t('column.status'),
      cell: ({ status }) => <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>,
    },
    {
      id: 'version',
      header: t('column.version'),
      align: 'end',
      secondary: true,
      cell: ({ live_version }) => <span className="text-muted tabular-nums">{live_version ?? '–'}</span>,
    },
    {
      id: 'entered',
      header: <TotalHeader label={t('column.entered')} meaning={t('meaning.entered')} />,
      align: 'end',
      secondary: true,
      cell: (journey) => <TotalCell count={total(journey, 'entered')} />,
    },
    {
      id: 'converted',
      header: <TotalHeader label={t('column.converted')} meaning={t('meaning.converted')} />,
      align: 'end',
      secondary: true,
      cell: (journey) => <TotalCell count={total(journey, 'converted')} of={total(journey, 'entered') ?? 0} />,
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
      cell: (journey) => <JourneyMenu journey={journey} />,
    },
  ]
  return <Table caption={t('title')} columns={columns} rows={journeys} rowKey={({ id }) => id} />
}

/** Nothing to count where a journey was never published, has no goal to convert to, or where the counts did not come. */
function countOf(
  totals: ReadonlyMap<string, JourneyTotal> | undefined,
  { id, live_version }: JourneySummary,
  metric: 'entered' | 'converted',
) {
  if (totals === undefined || live_version === null) return null
  const total = totals.get(id)
  return total ? total[metric] : 0
}
