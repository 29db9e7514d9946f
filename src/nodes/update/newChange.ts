import type { ChangeKind, WantedChange } from './updateData.ts'

export const changeKinds = [
  'set',
  'unset',
  'add',
  'stage',
  'join',
  'leave',
  'subscribe',
  'unsubscribe',
] as const satisfies readonly ChangeKind[]

/** A fresh change of a kind. What an earlier kind already said about the same thing is kept. */
export function inKind(kind: ChangeKind, before?: WantedChange): WantedChange {
  const attribute = before && 'attribute' in before ? before.attribute : ''
  switch (kind) {
    case 'set':
      return { do: 'set', attribute, value: { is: 'text', value: '' } }
    case 'unset':
      return { do: 'unset', attribute }
    case 'add':
      return { do: 'add', attribute: attribute || 'score', by: 1 }
    case 'stage':
      return { do: 'stage', stage: 'active' }
    case 'join':
    case 'leave':
      return { do: kind, list: before && 'list' in before ? before.list : '' }
    case 'subscribe':
    case 'unsubscribe':
      return { do: kind, channel: 'email', topic: before && 'topic' in before ? before.topic : '' }
  }
}
