import { z } from 'zod'
import { defineNodeType, leave } from '../../engine/nodeType.ts'
import { blocks } from '../../engine/problem.ts'
import { drawArm } from './drawArm.ts'

const id = z.string().min(1).max(64)
const arm = z.strictObject({
  id,
  name: z.string().max(200),
  /** Its part of the sum of all weights is the part of the contacts it gets. */
  weight: z.number().min(0).max(1_000_000),
  /** Marks the arm that the others are compared with; it is drawn like any other. */
  holdout: z.boolean().default(false),
})
const data = z.strictObject({
  arms: z.array(arm).min(1).max(20),
  /** The arm that everybody goes by, whatever the weights, which are kept; or nothing. */
  promoted: id.nullable().default(null),
})
export type SplitData = z.infer<typeof data>

/** Sends contacts down its arms by chance, in proportion to the weights; an enrollment is drawn once and for ever. */
export const split = defineNodeType<SplitData>({
  type: 'split',
  group: 'logic',
  data,
  blank: {
    arms: [
      { id: 'arm1', name: '', weight: 50, holdout: false },
      { id: 'arm2', name: '', weight: 50, holdout: false },
    ],
    promoted: null,
  },
  ports: ({ arms }) => arms.map((each) => each.id),
  waits: false,
  reads: () => [],
  visit({ data: { arms, promoted }, chance }) {
    if (promoted !== null && arms.some((each) => each.id === promoted)) return leave(promoted, 'promoted')
    return leave(drawArm(arms, chance).id, 'drawn')
  },
  check: ({ arms, promoted }) => [
    ...(arms.length < 2 ? [blocks('split.oneArm')] : []),
    ...(arms.every(({ weight }) => weight === 0) ? [blocks('split.noWeight')] : []),
    ...(new Set(arms.map((each) => each.id)).size < arms.length ? [blocks('split.sameArm')] : []),
    ...(promoted !== null && !arms.some((each) => each.id === promoted) ? [blocks('split.promotedGone')] : []),
  ],
})
