import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { operationsQuery, type Work } from '@/data/operations'
import { formatAgo } from '@/lib/dates'
import { useErrorText } from '@/lib/useErrorText'
import { useLanguage } from '@/lib/useLanguage'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { Notice } from '@/ui/Notice'
import { SkeletonRows } from '@/ui/Skeleton'
import { WorkTable } from './WorkTable'

/** Later than a schedule that calls every ten seconds can explain. */
const LATE_MS = 60_000

/** Whether the worker keeps up. */
export function WorkCard() {
  const { t } = useTranslation('operations')
  const work = useQuery(operationsQuery(useWorkspaceId()))
  const errorText = useErrorText()
  return (
    <Card title={t('work.title')} description={t('work.description')} flush>
      <div className="px-5 pb-4">
        {work.isPending && <SkeletonRows rows={3} />}
        {work.isError && <ErrorState description={errorText(work.error)} onRetry={work.refetch} />}
        {work.data && <Verdict work={work.data} askedAt={work.dataUpdatedAt} />}
      </div>
      {work.data && <WorkTable work={work.data} askedAt={work.dataUpdatedAt} />}
    </Card>
  )
}

function Verdict({ work, askedAt }: { work: Work[]; askedAt: number }) {
  const { t } = useTranslation('operations')
  const language = useLanguage()
  const oldest = work.flatMap(({ due_since }) => due_since ?? []).sort((a, b) => Date.parse(a) - Date.parse(b))[0]
  if (oldest !== undefined && askedAt - Date.parse(oldest) > LATE_MS)
    return <Notice tone="warning">{t('work.late', { when: formatAgo(oldest, language, askedAt) })}</Notice>
  if (work.some(({ given_up }) => given_up > 0)) return <Notice tone="warning">{t('work.troubled')}</Notice>
  return <Notice tone="positive">{t('work.well')}</Notice>
}
