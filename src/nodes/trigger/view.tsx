import { Zap } from 'lucide-react'
import type { NodeView } from '../nodeView'
import { TriggerPanel } from './TriggerPanel'
import type { TriggerData } from './trigger'

export const view: NodeView<TriggerData> = {
  icon: Zap,
  Panel: TriggerPanel,
  sentence({ event: { name, where } }, t) {
    if (name === '') return t('node.trigger:sentence.blank')
    return where.length === 0
      ? t('node.trigger:sentence.event', { event: name })
      : t('node.trigger:sentence.filtered', { event: name, count: where.length })
  },
  portLabel: () => '',
}
