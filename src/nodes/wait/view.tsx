import type { TFunction } from 'i18next'
import { Hourglass } from 'lucide-react'
import { isConfigured } from '../../audience/inspect'
import { windowAsRead } from '../../engine/localTime'
import { eventText, ruleSpeaksOf, ruleText } from '../fields/ruleText'
import type { NodeNames, NodeView } from '../nodeView'
import { WaitPanel } from './WaitPanel'
import { dateName, type WaitData, type WaitFor } from './waitData'

export const view: NodeView<WaitData> = {
  icon: Hourglass,
  Panel: WaitPanel,
  sentence: waitText,
  speaksOf: (data) => (data.until === 'condition' ? ruleSpeaksOf(data.rule) : []),
  portLabel: (data, port, t) =>
    data.until === 'event' || data.until === 'condition' ? t(`node.wait:ports.${port}`) : '',
}

function waitText(data: WaitData, t: TFunction, names?: NodeNames): string {
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
      return eventWaitText(data, t)
    case 'condition': {
      const { rule, atMost } = data
      if (!isConfigured(rule)) return t('node.wait:sentence.blankCondition')
      return t('node.wait:sentence.condition', { rule: ruleText(rule, t, names), atMost })
    }
  }
}

function eventWaitText({ event, atMost, since }: WaitFor<'event'>, t: TFunction): string {
  if (event.name === '') return t('node.wait:sentence.blank')
  const values = { event: eventText(event, t), atMost, since }
  return t(since === undefined ? 'node.wait:sentence.event' : 'node.wait:sentence.eventSince', values)
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
