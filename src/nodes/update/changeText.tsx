import type { TFunction } from 'i18next'
import type { Change } from '../../engine/effect'
import type { NodeNames } from '../nodeView'
import { STAGE } from './resolveChange'
import type { AttributeValue, WantedChange } from './updateData'

/** A wanted change in a few words: `plan = “pro”`, `score + 10`. Something without a name yet is an ellipsis. */
export function wantedText(change: WantedChange, t: TFunction, names?: Pick<NodeNames, 'segments' | 'topics'>): string {
  const say = (kind: string, values: Record<string, unknown> = {}) => t(`node.update:part.${kind}`, values)
  switch (change.do) {
    case 'set':
      return say('set', { attribute: named(change.attribute), value: valueText(change.value, t) })
    case 'unset':
      return say('unset', { attribute: named(change.attribute) })
    case 'add':
      return addText(named(change.attribute), change.by ?? 0, t)
    case 'stage':
      return say('stage', { stage: t(`nodes:stage.${change.stage}`) })
    case 'join':
    case 'leave':
      return say(change.do, { list: named(names?.segments.get(change.list)) })
    case 'subscribe':
    case 'unsubscribe':
      return say(change.do, { topic: named(names?.topics.get(change.topic) ?? change.topic) })
  }
}

/** A change that was made, in the same words. */
export function changeText(change: Change, t: TFunction, names?: Pick<NodeNames, 'segments' | 'topics'>): string {
  if ('set' in change) {
    const stage = change.set === STAGE ? t(`nodes:stage.${change.value}`, { defaultValue: '' }) : ''
    if (stage) return t('node.update:part.stage', { stage })
    return t('node.update:part.set', { attribute: change.set, value: scalarText(change.value, t) })
  }
  if ('unset' in change) return t('node.update:part.unset', { attribute: change.unset })
  if ('add' in change) return addText(change.add, change.by, t)
  if ('list' in change) {
    return t(`node.update:part.${change.member ? 'join' : 'leave'}`, { list: named(names?.segments.get(change.list)) })
  }
  return t(`node.update:part.${change.subscribed ? 'subscribe' : 'unsubscribe'}`, {
    topic: names?.topics.get(change.topic) ?? change.topic,
  })
}

const named = (name: string | undefined): string => name || '…'

const addText = (attribute: string, by: number, t: TFunction): string =>
  t(`node.update:part.${by < 0 ? 'takeAway' : 'add'}`, { attribute, by: Math.abs(by) })

function valueText(value: AttributeValue, t: TFunction): string {
  if (value.is === 'entryEvent') return t('nodes:what.entryEvent', { name: named(value.property) })
  return value.value === '' || value.value === null ? '…' : scalarText(value.value, t)
}

function scalarText(value: unknown, t: TFunction): string {
  if (typeof value === 'boolean') return t(value ? 'nodes:yes' : 'nodes:no')
  if (typeof value === 'number') return t('nodes:value.number', { value })
  return t('nodes:value.text', { value: typeof value === 'string' ? value : JSON.stringify(value) })
}
