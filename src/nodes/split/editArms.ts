import type { SplitData } from './split.ts'

/** The split with one arm more, as heavy as the others are on average. Its id is one no arm here has. */
export function withNewArm(data: SplitData): SplitData {
  const { arms } = data
  const numbers = arms.map(({ id }) => Number(/^arm(\d+)$/.exec(id)?.[1] ?? 0))
  const average = arms.reduce((sum, { weight }) => sum + weight, 0) / arms.length
  const weight = Math.round(average * 100) / 100 || 50
  return { ...data, arms: [...arms, { id: `arm${Math.max(0, ...numbers) + 1}`, name: '', weight, holdout: false }] }
}

/** The split without an arm; if everybody went by it, the others share again. */
export function withoutArm(data: SplitData, index: number): SplitData {
  const arms = data.arms.toSpliced(index, 1)
  return { arms, promoted: arms.some(({ id }) => id === data.promoted) ? data.promoted : null }
}

/** The split with one arm moved by some places; unchanged where it would fall off an end. */
export function withArmMoved(data: SplitData, index: number, by: number): SplitData {
  const to = index + by
  const moved = data.arms[index]
  if (!moved || to < 0 || to >= data.arms.length) return data
  return { ...data, arms: data.arms.toSpliced(index, 1).toSpliced(to, 0, moved) }
}
