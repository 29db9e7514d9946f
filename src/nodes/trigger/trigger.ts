import { z } from 'zod'
import { isMatchConfigured } from '../../audience/inspect.ts'
import { eventMatch } from '../../audience/rule.ts'
import { defineNodeType, leave } from '../../engine/nodeType.ts'
import { blocks } from '../../engine/problem.ts'

const data = z.strictObject({
  on: z.literal('event'),
  event: eventMatch,
  /** A property whose every value may run side by side, such as an appointment's number. */
  key: z.string().min(1).optional(),
})
export type TriggerData = z.infer<typeof data>

/** Lets contacts in when an event happens. */
export const trigger = defineNodeType<TriggerData>({
  type: 'trigger',
  group: 'entry',
  data,
  blank: { on: 'event', event: { name: '', where: [] } },
  ports: () => ['next'],
  waits: false,
  reads: () => [],
  visit: () => leave('next', 'entered'),
  check({ event }) {
    if (event.name === '') return [blocks('trigger.noEvent')]
    return isMatchConfigured(event) ? [] : [blocks('trigger.emptyCondition')]
  },
})
