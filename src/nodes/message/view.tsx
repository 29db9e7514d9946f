import { Mail } from 'lucide-react'
import type { NodeView } from '../nodeView'
import { MessagePanel } from './MessagePanel'
import type { MessageData } from './message'

export const view: NodeView<MessageData> = {
  icon: Mail,
  Panel: MessagePanel,
  sentence({ name, content }, t) {
    const shown = name || Object.values(content).find(({ subject }) => subject.trim() !== '')?.subject
    return shown ? t('node.message:sentence.named', { name: shown }) : t('node.message:sentence.blank')
  },
  portLabel: () => '',
}
