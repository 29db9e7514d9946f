import { Hourglass } from 'lucide-react'
import { eventText } from '../fields/ruleText'
import type { NodeView } from '../nodeView'
import { WaitPanel } from './WaitPanel'
import type { WaitData } from './wait'

export const view: NodeView<WaitData> = {
  icon: Hourglass,
  Panel: WaitPanel,
  sentence(data, t) {
    if (data.until === 'duration') return t('node.wait:sentence.duration', { lasting: data.lasting })
    if (data.event.name === '') return t('node.wait:sentence.blank')
    return t('node.wait:sentence.event', { event: eventText(data.event, t), atMost: data.atMost })
  },
  portLabel: (data, port, t) => (data.until === 'event' ? t(`node.wait:ports.${port}`) : ''),
}
