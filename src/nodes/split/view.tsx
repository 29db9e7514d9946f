import { Split } from 'lucide-react'
import type { NodeView } from '../nodeView'
import { armName, sharesText } from './armText'
import { sharesOf } from './drawArm'
import { SplitPanel } from './SplitPanel'
import type { SplitData } from './split'

const MOST_NAMED = 3

export const view: NodeView<SplitData> = {
  icon: Split,
  Panel: SplitPanel,
  sentence(data, t) {
    const { arms, promoted } = data
    const chosen = arms.findIndex(({ id }) => id === promoted)
    if (chosen >= 0) return t('node.split:sentence.promoted', { name: armName(data, chosen, t) })
    if (arms.every(({ weight }) => weight === 0)) return t('node.split:sentence.blank')
    if (arms.length > MOST_NAMED) return t('node.split:sentence.arms', { count: arms.length })
    return sharesText(data, t)
  },
  portLabel(data, port, t) {
    const index = data.arms.findIndex(({ id }) => id === port)
    return t('node.split:portShare', { name: armName(data, index, t), share: sharesOf(data)[index] ?? 0 })
  },
}
