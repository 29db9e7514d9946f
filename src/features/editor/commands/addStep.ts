import i18next from 'i18next'
import { addAfterPort } from '@/engine/edit/addAfterPort'
import { addTrigger } from '@/engine/edit/addTrigger'
import { canInsertOnEdge } from '@/engine/edit/canInsertOnEdge'
import { insertOnEdge } from '@/engine/edit/insertOnEdge'
import type { Place } from '@/engine/edit/place'
import { type Journey, type JourneyNode, nodeById } from '@/engine/journey'
import { notify } from '@/ui/toasts'
import { canvasOf } from '../canvas/canvasHandle'
import type { Editor } from '../store/EditorContext'

/** Adds a fresh step at a place, selects it and opens its panel. A trigger needs no place. */
export function addStep(editor: Editor, type: string, place?: Place) {
  const { store, world } = editor
  const data = world.blankOf(type)
  if (data === undefined || world.readOnly) return
  const node: JourneyNode = { id: world.newId('n'), type, data }
  const obstacle = place && 'edgeId' in place && obstacleAt(editor, node, place.edgeId)
  if (obstacle) {
    notify({ title: i18next.t(`editor:obstacle.${obstacle}`) })
    return
  }
  const change = { code: 'add', type } as const
  store.getState().edit(change, (journey) => put(journey, node, place, editor))
  if (!nodeById(store.getState().journey, node.id)) return
  const { select, openPanel, announce, endGesture } = store.getState()
  endGesture()
  select(node.id)
  openPanel('step')
  announce({ code: 'did', change })
  canvasOf(editor)?.showStep(node.id)
}

const obstacleAt = ({ store, world: { shapes } }: Editor, node: JourneyNode, edgeId: string) =>
  shapes.isEntry(node) ? undefined : canInsertOnEdge(store.getState().journey, { edgeId, node, shapes })

function put(journey: Journey, node: JourneyNode, place: Place | undefined, { world }: Editor): Journey {
  const { shapes, newId } = world
  if (shapes.isEntry(node)) return addTrigger(journey, { node, shapes, newId })
  if (!place) return journey
  return 'edgeId' in place
    ? insertOnEdge(journey, { edgeId: place.edgeId, node, shapes, newId })
    : addAfterPort(journey, { ...place, node, shapes, newId })
}
