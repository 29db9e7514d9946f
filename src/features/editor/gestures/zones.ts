import { canInsertOnEdge } from '@/engine/edit/canInsertOnEdge'
import { moveObstacles } from '@/engine/edit/canMoveNode'
import type { Place } from '@/engine/edit/place'
import type { Journey } from '@/engine/journey'
import type { Picture } from '../layout/picture'
import { plusAt } from '../layout/plusAt'
import { slotById } from '../layout/slotById'
import type { Dragged, Point } from '../store/gestureSlice'
import type { World } from '../store/world'

/** A spot where something may be dropped, and what keeps this thing from being dropped there, if anything. */
export interface Zone {
  key: string
  place: Place
  at: Point
  obstacle: string | undefined
}

const REACH = { x: 150, y: 60 }

/** All spots of the picture, judged for what is being dragged. */
export function zonesFor(journey: Journey, picture: Picture, what: Dragged, world: World): Map<string, Zone> {
  const judge = judgeOf(journey, what, world)
  const open = picture.slots.filter(({ jump }) => !jump)
  const spots = [
    ...open.map(({ id, source, port, ...box }) => ({
      key: id,
      place: { source, port },
      at: { x: box.x + box.width / 2, y: box.y + box.height / 2 },
    })),
    ...[...picture.routes.values()].flatMap((route) => {
      const slot = slotById(picture).get(route.id)
      const edgeId = slot ? slot.jump?.edgeId : route.id
      return edgeId === undefined ? [] : [{ key: edgeId, place: { edgeId }, at: plusAt(route) }]
    }),
  ]
  return new Map(spots.map((spot) => [spot.key, { ...spot, obstacle: judge(spot.place) }]))
}

function judgeOf(journey: Journey, what: Dragged, { shapes, blankOf }: World): (place: Place) => string | undefined {
  if ('nodeId' in what) return moveObstacles(journey, { nodeId: what.nodeId, shapes })
  const node = { type: what.type, data: blankOf(what.type) ?? {} }
  return (place) => {
    if ('port' in place) return shapes.isEntry(node) ? 'entry' : undefined
    return canInsertOnEdge(journey, { edgeId: place.edgeId, node, shapes })
  }
}

/** The nearest spot to a point, within reach. */
export function zoneNear(zones: ReadonlyMap<string, Zone>, point: Point): Zone | undefined {
  let nearest: { zone: Zone; distance: number } | undefined
  for (const zone of zones.values()) {
    const distance = Math.hypot((zone.at.x - point.x) / REACH.x, (zone.at.y - point.y) / REACH.y)
    if (distance <= 1 && distance < (nearest?.distance ?? 2)) nearest = { zone, distance }
  }
  return nearest?.zone
}
