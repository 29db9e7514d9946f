import type { TFunction } from 'i18next'
import { Zap } from 'lucide-react'
import { testText } from '../fields/ruleText'
import type { NodeNames, NodeView } from '../nodeView'
import { monthDayOf, repeatKind, weekdayOf } from './repeatKind'
import { TriggerPanel } from './TriggerPanel'
import type { Schedule, TriggerData, TriggerOn } from './triggerData'

export const view: NodeView<TriggerData> = {
  icon: Zap,
  Panel: TriggerPanel,
  sentence: triggerText,
  portLabel: () => '',
  speaksOf: (data) => ('segment' in data && data.segment ? ['segments'] : []),
}

function triggerText(data: TriggerData, t: TFunction, names?: NodeNames): string {
  switch (data.on) {
    case 'event':
      return eventText(data, t)
    case 'segmentEntered':
    case 'segmentLeft': {
      if (data.segment === '') return t('node.trigger:sentence.noSegment')
      const kind = data.on === 'segmentEntered' && data.includePresent ? 'segmentPresent' : data.on
      return t(`node.trigger:sentence.${kind}`, { segment: segmentText(data.segment, t, names) })
    }
    case 'attribute':
      return attributeText(data, t)
    case 'date':
      return dateText(data, t)
    case 'schedule':
      return scheduleText(data, t, names)
    case 'api':
    case 'manual':
      return t(`node.trigger:sentence.${data.on}`)
  }
}

function eventText({ event: { name, where } }: TriggerOn<'event'>, t: TFunction): string {
  if (name === '') return t('node.trigger:sentence.blank')
  return where.length === 0
    ? t('node.trigger:sentence.event', { event: name })
    : t('node.trigger:sentence.filtered', { event: name, count: where.length })
}

function segmentText(segment: string, t: TFunction, names?: NodeNames): string {
  const name = names?.segments.get(segment)
  return name === undefined ? t('nodes:what.someSegment') : t('nodes:what.segment', { name })
}

function attributeText({ attribute, from, to }: TriggerOn<'attribute'>, t: TFunction): string {
  if (attribute.trim() === '') return t('node.trigger:sentence.noAttribute')
  const parts = [
    ...(from ? [t('node.trigger:change.from', { test: testText(attribute, from, t) })] : []),
    ...(to ? [t('node.trigger:change.to', { test: testText(attribute, to, t) })] : []),
  ]
  return parts.length === 0
    ? t('node.trigger:sentence.attribute', { attribute })
    : t('node.trigger:sentence.changed', { attribute, parts })
}

function dateText({ attribute, anniversary, at, shift }: TriggerOn<'date'>, t: TFunction): string {
  if (attribute.trim() === '') return t('node.trigger:sentence.noDate')
  const direction = shift?.direction ?? 'on'
  return t(`node.trigger:sentence.${anniversary ? 'yearly' : 'date'}.${direction}`, { attribute, at, by: shift?.by })
}

function scheduleText({ start, repeat, segment }: Schedule, t: TFunction, names?: NodeNames): string {
  if (start === '') return t('node.trigger:sentence.noStart')
  const kind = repeatKind(repeat)
  const day = monthDayOf(repeat)
  const isLast = kind === 'monthly' && day < 0
  const when = { start, at: start.slice(-5), days: [weekdayOf(start)], day }
  return t('node.trigger:sentence.schedule', {
    when: t(`node.trigger:when.${isLast ? 'monthEnd' : kind}`, when),
    whom: segment ? segmentText(segment, t, names) : t('node.trigger:everybody'),
  })
}
