import type { Place } from '@/engine/edit/place'
import { edgeFrom, nodeById } from '@/engine/journey'
import type { Editor } from '../store/EditorContext'
import { placeKey } from './place'

/** Where a step would go that is added behind another: its first open port, else into its first edge. */
export function placeAfter({ store, world }: Editor, nodeId: string): Place | undefined {
  const { journey } = store.getState()
  const node = nodeById(journey, nodeId)
  const ports = node ? world.shapes.ports(node) : []
  const open = ports.find((port) => !edgeFrom(journey, nodeId, port)) ?? ports[0]
  if (open === undefined) return undefined
  const edge = edgeFrom(journey, nodeId, open)
  return edge ? { edgeId: edge.id } : { source: nodeId, port: open }
}

/** Asks which step to add at a place. */
export function pickAt({ store }: Editor, place: Place) {
  store.getState().begin({ doing: 'pick', place, anchor: placeKey(place) })
}
