import { ClipboardList } from 'lucide-react'
import type { NodeView } from '../nodeView'
import { TaskPanel } from './TaskPanel'
import type { TaskData } from './task'

export const view: NodeView<TaskData> = {
  icon: ClipboardList,
  Panel: TaskPanel,
  sentence({ title, assignee }, t) {
    if (title === '') return t('node.task:sentence.blank')
    return assignee === ''
      ? t('node.task:sentence.nobody', { title })
      : t('node.task:sentence.person', { title, assignee })
  },
  portLabel: () => '',
}
