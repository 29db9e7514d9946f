import type { SplitData } from './split.ts'

type Arm = SplitData['arms'][number]

/**
 * The arm in whose part of the whole a chance in [0, 1) falls, the parts lying side by side in the arms' order. Weights
 * need not sum to anything; where all are 0, which cannot be published, it is the last arm.
 */
export function drawArm(arms: readonly Arm[], chance: number): Arm {
  const point = chance * weightOf(arms)
  let reached = 0
  for (const arm of arms) {
    reached += arm.weight
    if (point < reached) return arm
  }
  // The product may round up to the whole.
  const last = arms.findLast(({ weight }) => weight > 0) ?? arms.at(-1)
  if (!last) throw new Error('A split without arms')
  return last
}

/** Which part of the contacts each arm gets, in [0, 1] and in the arms' order; all 0 where no arm has a weight. */
export function sharesOf({ arms, promoted }: SplitData): number[] {
  if (arms.some(({ id }) => id === promoted)) return arms.map(({ id }) => (id === promoted ? 1 : 0))
  const whole = weightOf(arms)
  return arms.map(({ weight }) => (whole === 0 ? 0 : weight / whole))
}

const weightOf = (arms: readonly Arm[]): number => arms.reduce((sum, { weight }) => sum + weight, 0)
