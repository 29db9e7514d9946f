import type { TriggerData, TriggerKind } from './triggerData.ts'

/** The kinds of trigger in the order of the panel. */
export const triggerKinds = [
  'event',
  'segmentEntered',
  'segmentLeft',
  'attribute',
  'date',
  'schedule',
  'api',
  'manual',
] as const satisfies readonly TriggerKind[]

const MORNING = '09:00'

/** The trigger in another kind; what both have is kept: a segment, an attribute, a key. */
export function inKind(on: TriggerKind, data: TriggerData): TriggerData {
  if (on === data.on) return data
  const segment = 'segment' in data ? (data.segment ?? '') : ''
  const attribute = 'attribute' in data ? data.attribute : ''
  const key = 'key' in data && data.key !== undefined ? { key: data.key } : {}
  switch (on) {
    case 'event':
      return { on, event: { name: '', where: [] }, ...key }
    case 'segmentEntered':
      return { on, segment, includePresent: false }
    case 'segmentLeft':
      return { on, segment }
    case 'attribute':
      return { on, attribute }
    case 'date':
      return { on, attribute, anniversary: false, at: MORNING }
    case 'schedule':
      return { on, start: '', zone: 'workspace', ...(segment !== '' && { segment }) }
    case 'api':
      return { on, ...key }
    case 'manual':
      return { on }
  }
}
