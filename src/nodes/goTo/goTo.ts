import { z } from 'zod'
import { defineNodeType, end, go } from '../../engine/nodeType.ts'
import { blocks } from '../../engine/problem.ts'

/** An empty id is not chosen yet. */
const data = z.discriminatedUnion('where', [
  z.strictObject({
    where: z.literal('step'),
    step: z.string().max(64),
    /** How often one enrollment jumps from here; when it comes once more, its journey ends. */
    most: z.int().min(1).max(100),
  }),
  z.strictObject({ where: z.literal('journey'), journey: z.union([z.literal(''), z.guid()]) }),
])
export type GoToData = z.infer<typeof data>

/** Leads a contact to another step of this journey, or ends it for them and lets them into another one. */
export const goTo = defineNodeType<GoToData>({
  type: 'goTo',
  group: 'end',
  data,
  blank: { where: 'step', step: '', most: 10 },
  ports: () => [],
  waits: false,
  reads: () => [],
  jumpsTo: (to) => (to.where === 'step' && to.step !== '' ? to.step : undefined),
  jumpsAtMost: (to) => (to.where === 'step' ? to.most : 0),
  visit({ data: to, nodeId, rounds }) {
    if (to.where === 'journey') {
      return to.journey === ''
        ? end('notConfigured')
        : end('movedOn', [{ do: 'enroll', nodeId, journeyId: to.journey }])
    }
    if (to.step === '') return end('notConfigured')
    return rounds < to.most ? go(to.step, 'jumped') : end('repeatLimit')
  },
  check(to) {
    if (to.where === 'journey') return to.journey === '' ? [blocks('goTo.noJourney')] : []
    return to.step === '' ? [blocks('goTo.noStep')] : []
  },
})
