import type { Picture } from '../layout/picture'

/** The smallest rectangle around everything in a picture. */
export function boundsOf({ cards, slots }: Picture) {
  const boxes = [...cards.values(), ...slots]
  const left = Math.min(0, ...boxes.map(({ x }) => x))
  const top = Math.min(0, ...boxes.map(({ y }) => y))
  const right = Math.max(0, ...boxes.map(({ x, width }) => x + width))
  const bottom = Math.max(0, ...boxes.map(({ y, height }) => y + height))
  return { x: left, y: top, width: right - left, height: bottom - top }
}
