/** A block on its axis: how far it reaches to either side of it, how high it is, and what lies in it, relative to the axis. */
export interface Box {
  before: number
  after: number
  height: number
  parts: readonly Part[]
}

/** Something placed in a box; `x` is the way from the box's axis to the part's own. */
export interface Part {
  key: string
  x: number
  y: number
}

export const boxOf = (key: string, { width, height }: { width: number; height: number }): Box => ({
  before: width / 2,
  after: width / 2,
  height,
  parts: [{ key, x: 0, y: 0 }],
})

/** Boxes side by side in reading order; the axis of the row is halfway between the first and the last axis. */
export function inRow(boxes: readonly Box[], gap: number): Box {
  let edge = 0
  const axes = boxes.map((box) => {
    const axis = edge + box.before
    edge = axis + box.after + gap
    return axis
  })
  const width = edge - gap
  const middle = ((axes[0] ?? 0) + (axes.at(-1) ?? 0)) / 2
  return {
    before: middle,
    after: width - middle,
    height: Math.max(...boxes.map(({ height }) => height)),
    parts: boxes.flatMap((box, index) => shifted(box.parts, (axes[index] ?? 0) - middle, 0)),
  }
}

/** One box below another, their axes in line. */
export const inColumn = (upper: Box, lower: Box, gap: number): Box => ({
  before: Math.max(upper.before, lower.before),
  after: Math.max(upper.after, lower.after),
  height: upper.height + gap + lower.height,
  parts: [...upper.parts, ...shifted(lower.parts, 0, upper.height + gap)],
})

const shifted = (parts: readonly Part[], x: number, y: number): Part[] =>
  parts.map((part) => ({ ...part, x: part.x + x, y: part.y + y }))
