import type { TFunction } from 'i18next'
import { sharesOf } from './drawArm'
import type { SplitData } from './split'

/** What an arm is called: by its author, else by its place. */
export function armName({ arms }: SplitData, index: number, t: TFunction): string {
  const arm = arms[index]
  if (arm?.name) return arm.name
  return arm?.holdout ? t('node.split:holdout') : t('node.split:ports.unnamed', { number: index + 1 })
}

/** Every arm with its share, as one phrase: `A 50%, B 30% and Holdout 20%`. */
export function sharesText(data: SplitData, t: TFunction): string {
  const shares = sharesOf(data)
  const parts = data.arms.map((_, index) =>
    t('node.split:armShare', { name: armName(data, index, t), share: shares[index] ?? 0 }),
  )
  return t('node.split:shares', { parts })
}
