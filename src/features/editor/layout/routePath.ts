import { TURN } from './measures'
import type { Route } from './picture'

const RADIUS = 10

/** The line of a route as an SVG path: straight pieces with round corners. */
export function routePath({ from, to, column }: Route): string {
  const points = [
    from,
    { x: from.x, y: from.y + TURN },
    { x: column, y: from.y + TURN },
    { x: column, y: to.y - TURN },
    { x: to.x, y: to.y - TURN },
    to,
  ]
  return rounded(points.filter((point, index) => index === 0 || !same(point, points[index - 1])))
}

type Point = { x: number; y: number }
const same = (one: Point, other: Point | undefined) => one.x === other?.x && one.y === other?.y

function rounded(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const [before, after] = [points[index - 1], points[index + 1]]
      if (!before) return `M${point.x},${point.y}`
      if (!after) return `L${point.x},${point.y}`
      const start = towards(point, before)
      const end = towards(point, after)
      return `L${start.x},${start.y}Q${point.x},${point.y} ${end.x},${end.y}`
    })
    .join('')
}

/** A point a little way from one point to another, at most half of it. */
function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const share = length === 0 ? 0 : Math.min(RADIUS, length / 2) / length
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}
