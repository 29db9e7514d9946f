import type { Journey } from '../../../src/engine/journey.ts'
import { firstPlan } from '../../../src/nodes/trigger/plan.ts'
import { type TriggerData, triggerData } from '../../../src/nodes/trigger/triggerData.ts'
import { toInstant } from '../_shared/now.ts'

interface Going {
  journeyId: string
  version: number
  /** In epoch milliseconds. */
  now: number
  /** The zone of the workspace. */
  zone: string
}

interface Plan {
  node: string
  trigger_data: TriggerData
  last: string
  next_at: string | null
}

/** What the triggers of a version that goes live plan, as `private.plan_triggers` reads it: schedules and dates, and
 * whom to call. */
export function plansOf(journey: Journey, { journeyId, version, now, zone }: Going) {
  const triggers = journey.nodes
    .filter(({ type }) => type === 'trigger')
    .map(({ id, data }) => ({ node: id, data: triggerData.parse(data) }))
  return {
    plans: triggers.flatMap(({ node, data }): Plan[] => {
      if (data.on === 'date') return [{ node, trigger_data: data, last: '', next_at: null }]
      if (data.on !== 'schedule') return []
      const { last, next } = firstPlan(data, { now, zone })
      return [{ node, trigger_data: data, last, next_at: next ? toInstant(next.at) : null }]
    }),
    calls: triggers.flatMap(({ node, data }) => {
      if (data.on !== 'segmentEntered' || !data.includePresent) return []
      const properties = { segment: data.segment, journey: journeyId }
      return [{ node, occurrence: `version ${version}`, name: '$segment_entered', properties, segment: data.segment }]
    }),
  }
}
