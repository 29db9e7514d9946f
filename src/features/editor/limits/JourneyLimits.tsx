import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Limits } from '@/engine/analyse/limitsOf'
import { cx } from '@/ui/cx'
import { useEditor, useEditorState } from '../store/EditorContext'
import { isoOf } from './isoOf'

/** What one passage can come to, in sentences: the most messages, the two closest, the longest way. */
export function JourneyLimits({ className = '' }: { className?: string }) {
  const { t } = useTranslation('editor')
  const { world } = useEditor()
  const limits = useEditorState(({ journey }) => world.limitsOf(journey))
  return (
    <section aria-label={t('limits.title')} className={cx('flex flex-col gap-1.5', className)}>
      <h3 className="font-medium text-sm">{t('limits.title')}</h3>
      <ul className="flex list-disc flex-col gap-0.5 ps-5 text-sm">
        <li>{mostMessages(limits, t)}</li>
        {limits.closest !== undefined && <li>{closest(limits.closest, t)}</li>}
        <li>{longestWay(limits, t)}</li>
      </ul>
      <p className="text-muted text-xs">{t('limits.hint')}</p>
    </section>
  )
}

const mostMessages = ({ messages }: Limits, t: TFunction<'editor'>) =>
  messages === 0 ? t('limits.messagesNone') : t('limits.messages', { count: messages })

const closest = (ms: number, t: TFunction<'editor'>) =>
  ms === 0 ? t('limits.closestNone') : t('limits.closest', { time: isoOf(ms) })

function longestWay({ longest }: Limits, t: TFunction<'editor'>) {
  if (longest === 0) return t('limits.longestNone')
  return Number.isFinite(longest) ? t('limits.longest', { time: isoOf(longest) }) : t('limits.longestUnlimited')
}
