import type { TFunction } from 'i18next'
import { Hourglass } from 'lucide-react'
import { windowAsRead } from '../../engine/localTime'
import { eventText } from '../fields/ruleText'
import type { NodeView } from '../nodeView'
import { WaitPanel } from './WaitPanel'
import { dateName, type WaitData, type WaitFor } from './waitData'

export const view: NodeView<WaitData> = {
  icon: Hourglass,
  Panel: WaitPanel,
  sentence: waitText,
  portLabel: (data, port, t) => (data.until === 'event' ? t(`node.wait:ports.${port}`) : ''),
}

function waitText(data: WaitData, t: TFunction): string {
  switch (data.until) {
    case 'duration':
      return t('node.wait:sentence.duration', { lasting: data.lasting })
    case 'localTime':
      return localTimeText(data, t)
    case 'window':
      return windowText(data, t)
    case 'date':
      return dateText(data, t)
    case 'event':
      if (data.event.name === '') return t('node.wait:sentence.blank')
      return t('node.wait:sentence.event', { event: eventText(data.event, t), atMost: data.atMost })
  }
}

function localTimeText({ at, on }: WaitFor<'localTime'>, t: TFunction): string {
  if (!on) return t('node.wait:sentence.localTime', { at })
  return on.length === 0 ? t('node.wait:sentence.blankDays') : t('node.wait:sentence.localTimeOn', { at, days: on })
}

function windowText(data: WaitFor<'window'>, t: TFunction): string {
  const span = windowAsRead(data)
  if (!span) return t('node.wait:sentence.blankWindow')
  if (!data.on) return t('node.wait:sentence.window', span)
  if (data.on.length === 0) return t('node.wait:sentence.blankDays')
  const isWholeDay = span.from === '00:00' && span.to === '00:00'
  return t(isWholeDay ? 'node.wait:sentence.wholeDays' : 'node.wait:sentence.windowOn', { ...span, days: data.on })
}

function dateText(data: WaitFor<'date'>, t: TFunction): string {
  const name = dateName(data)
  if (name === '') return t('node.wait:sentence.blankDate')
  const date = t(`nodes:what.${data.date.in}`, { name })
  return t(`node.wait:sentence.${data.shift?.direction ?? 'date'}`, { date, by: data.shift?.by })
}
