import { ChevronDown, ChevronUp, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusal, useWorkspaceId } from '@/data/currentWorkspace'
import { type Topic, topicName, useChangeTopics, useRemoveTopic } from '@/data/topics'
import { useErrorText } from '@/lib/useErrorText'
import { useLanguage } from '@/lib/useLanguage'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { IconButton } from '@/ui/IconButton'
import { Notice } from '@/ui/Notice'
import { notify } from '@/ui/toasts'

type TopicRowProps = { topic: Topic; all: readonly Topic[]; onEdit: () => void }

export function TopicRow({ topic, all, onEdit }: TopicRowProps) {
  const { t } = useTranslation('policy')
  const refusal = useRefusal('editor')
  const [asking, setAsking] = useState(false)
  const name = topicName(topic, useLanguage())
  const reach = topic.by_default === 'subscribed' ? 'subscribed' : topic.double_opt_in ? 'confirmed' : 'unsubscribed'
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-5 py-2.5 last:border-b-0">
      <div className="min-w-48 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2.5">
          <bdi className="font-medium">{name}</bdi>
          <code dir="ltr" className="font-mono text-muted text-xs">
            {topic.id}
          </code>
        </p>
        <p className="text-muted text-xs">{t(`topics.reach.${reach}`)}</p>
      </div>
      <div className="flex gap-1">
        <OrderButtons topic={topic} all={all} name={name} />
        <IconButton label={t('topics.edit', { name })} icon={Pencil} disabledReason={refusal} onClick={onEdit} />
        <IconButton
          label={t('topics.remove', { name })}
          icon={Trash2}
          disabledReason={refusal}
          onClick={() => setAsking(true)}
        />
      </div>
      <RemoveTopic topic={topic} name={name} open={asking} onOpenChange={setAsking} />
    </li>
  )
}

function OrderButtons({ topic, all, name }: { topic: Topic; all: readonly Topic[]; name: string }) {
  const { t } = useTranslation('policy')
  const refusal = useRefusal('editor')
  const change = useChangeTopics(useWorkspaceId())
  const place = all.indexOf(topic)
  const move = (by: 1 | -1) => {
    const order = all.toSpliced(place, 1).toSpliced(place + by, 0, topic)
    change.mutate(order.flatMap(({ id, position }, index) => (position === index ? [] : [{ id, position: index }])))
  }
  return (
    <>
      <IconButton
        label={t('topics.up', { name })}
        icon={ChevronUp}
        disabled={place === 0 || change.isPending}
        disabledReason={refusal}
        onClick={() => move(-1)}
      />
      <IconButton
        label={t('topics.down', { name })}
        icon={ChevronDown}
        disabled={place === all.length - 1 || change.isPending}
        disabledReason={refusal}
        onClick={() => move(1)}
      />
    </>
  )
}

type RemoveTopicProps = { topic: Topic; name: string; open: boolean; onOpenChange: (open: boolean) => void }

function RemoveTopic({ topic, name, open, onOpenChange }: RemoveTopicProps) {
  const { t } = useTranslation('policy')
  const errorText = useErrorText()
  const remove = useRemoveTopic(useWorkspaceId())
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => {
        remove.reset()
        onOpenChange(next)
      }}
      title={t('topics.removeTitle', { name })}
      description={t('topics.removeText')}
      confirmLabel={t('topics.removeAction')}
      busy={remove.isPending}
      onConfirm={() =>
        remove.mutate(topic.id, {
          onSuccess: () => {
            onOpenChange(false)
            notify({ title: t('topics.removed', { name }) })
          },
        })
      }
    >
      {remove.error && (
        <Notice tone="danger" className="mt-2">
          {errorText(remove.error)}
        </Notice>
      )}
    </ConfirmDialog>
  )
}
