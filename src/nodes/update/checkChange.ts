import { readDate } from '../../engine/dateValue.ts'
import { attributeNameProblem } from '../attributeName.ts'
import type { AttributeValue, WantedChange } from './updateData.ts'

/** What keeps a change from being made, as a code of this type's words. */
export function changeProblem(change: WantedChange, topics?: readonly string[]): string | undefined {
  switch (change.do) {
    case 'set':
      return attributeProblem(change.attribute) ?? valueProblem(change.value)
    case 'unset':
      return attributeProblem(change.attribute)
    case 'add':
      return attributeProblem(change.attribute) ?? (change.by ? undefined : 'update.noNumber')
    case 'stage':
      return undefined
    case 'join':
    case 'leave':
      return change.list === '' ? 'update.noList' : undefined
    case 'subscribe':
    case 'unsubscribe':
      if (change.topic === '') return 'update.noTopic'
      return topics?.includes(change.topic) === false ? 'update.topicGone' : undefined
  }
}

function attributeProblem(name: string): string | undefined {
  const problem = attributeNameProblem(name)
  return problem && `update.${problem}`
}

function valueProblem(value: AttributeValue): string | undefined {
  switch (value.is) {
    case 'text':
      return value.value === '' ? 'update.noValue' : undefined
    case 'number':
      return value.value === null ? 'update.noNumber' : undefined
    case 'yesNo':
      return undefined
    case 'date':
      return typeof readDate(value.value, { at: '00:00', zone: 'UTC' }) === 'number' ? undefined : 'update.noDate'
    case 'entryEvent':
      return value.property === '' ? 'update.noProperty' : undefined
  }
}
