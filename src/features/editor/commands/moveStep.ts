import { canMoveNode } from '@/engine/edit/canMoveNode'
import { moveNode } from '@/engine/edit/moveNode'
import type { Place } from '@/engine/edit/place'
import { nodeById } from '@/engine/journey'
import { focusStep } from '../canvas/canvasHandle'
import type { Editor } from '../store/EditorContext'

export function moveStep(editor: Editor, nodeId: string, to: Place) {
  const { store, world } = editor
  const { journey, edit, endGesture, announce, select } = store.getState()
  const { shapes, newId } = world
  const obstacle = canMoveNode(journey, { nodeId, to, shapes })
  endGesture()
  if (obstacle || world.readOnly) {
    announce({ code: 'cannot', reason: obstacle ?? 'missing' })
    return
  }
  const type = nodeById(journey, nodeId)?.type
  const change = { code: 'move', ...(type !== undefined && { type }) } as const
  edit(change, (before) => moveNode(before, { nodeId, to, shapes, newId }))
  select(nodeId)
  announce({ code: 'did', change })
  focusStep(editor, nodeId)
}
