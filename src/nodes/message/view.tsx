import type { TFunction } from 'i18next'
import { Mail } from 'lucide-react'
import { windowAsRead } from '../../engine/localTime'
import type { NodeView } from '../nodeView'
import { MessagePanel } from './MessagePanel'
import type { MessageData } from './message'

export const view: NodeView<MessageData> = {
  icon: Mail,
  Panel: MessagePanel,
  sentence({ name, content, window }, t) {
    const shown = name || Object.values(content).find(({ subject }) => subject.trim() !== '')?.subject
    const sentence = shown ? t('node.message:sentence.named', { name: shown }) : t('node.message:sentence.blank')
    return window ? withHours(sentence, window, t) : sentence
  },
  portLabel: ({ hasNotSent }, port, t) => (hasNotSent ? t(`node.message:ports.${port}`) : ''),
}

function withHours(sentence: string, window: NonNullable<MessageData['window']>, t: TFunction): string {
  const span = windowAsRead(window)
  if (!span || window.on?.length === 0) return sentence
  if (!window.on) return t('node.message:sentence.hours', { sentence, ...span })
  const isWholeDay = span.from === '00:00' && span.to === '00:00'
  return t(isWholeDay ? 'node.message:sentence.daysOnly' : 'node.message:sentence.hoursOn', {
    sentence,
    ...span,
    days: window.on,
  })
}
