import { UserPen } from 'lucide-react'
import type { NodeView } from '../nodeView'
import { wantedText } from './changeText'
import { UpdatePanel } from './UpdatePanel'
import type { UpdateData } from './updateData'

const MOST_TOLD = 2

export const view: NodeView<UpdateData> = {
  icon: UserPen,
  Panel: UpdatePanel,
  sentence({ changes }, t, names) {
    if (changes.length === 0) return t('node.update:sentence.blank')
    if (changes.length > MOST_TOLD) return t('node.update:sentence.many', { count: changes.length })
    return t('node.update:sentence.changes', { parts: changes.map((change) => wantedText(change, t, names)) })
  },
  portLabel: () => '',
  speaksOf: ({ changes }) =>
    changes.flatMap((change) => ('list' in change ? ['segments'] : 'topic' in change ? ['topics'] : [])),
}
