import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusal, useWorkspaceId } from '@/data/currentWorkspace'
import { type Topic, topicsQuery } from '@/data/topics'
import { useErrorText } from '@/lib/useErrorText'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { SkeletonRows } from '@/ui/Skeleton'
import { TopicDialog } from './TopicDialog'
import { TopicRow } from './TopicRow'

export function TopicsCard() {
  const { t } = useTranslation('policy')
  const topics = useQuery(topicsQuery(useWorkspaceId()))
  const refusal = useRefusal('editor')
  const errorText = useErrorText()
  const [open, setOpen] = useState<{ topic: Topic | undefined } | null>(null)
  return (
    <Card
      title={t('topics.title')}
      description={t('topics.description')}
      flush
      actions={
        <Button icon={Plus} disabledReason={refusal} onClick={() => setOpen({ topic: undefined })}>
          {t('topics.add')}
        </Button>
      }
    >
      {topics.isPending && (
        <div className="px-5 pb-5">
          <SkeletonRows rows={2} />
        </div>
      )}
      {topics.isError && <ErrorState description={errorText(topics.error)} onRetry={topics.refetch} />}
      {topics.data && (
        <ul className="border-line border-t">
          {topics.data.map((topic) => (
            <TopicRow key={topic.id} topic={topic} all={topics.data} onEdit={() => setOpen({ topic })} />
          ))}
        </ul>
      )}
      {open && topics.data && <TopicDialog topic={open.topic} all={topics.data} onClose={() => setOpen(null)} />}
    </Card>
  )
}
