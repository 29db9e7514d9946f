import { canvasOf } from '../canvas/canvasHandle'
import { addStep } from '../commands/addStep'
import { moveStep } from '../commands/moveStep'
import type { Editor } from '../store/EditorContext'
import type { Dragged, Point } from '../store/gestureSlice'
import { pictureNow } from '../store/pictureNow'
import { followPointer } from './followPointer'
import { zoneNear, zonesFor } from './zones'

/** Drags a new step, or one that is there, to a place. All places that will take it light up. */
export function dragStep(editor: Editor, what: Dragged, event: React.PointerEvent) {
  const { store, world } = editor
  if (world.readOnly) return
  followPointer(event, {
    start: (at) => {
      const { journey, begin } = store.getState()
      begin({ doing: 'drag', what, at, zones: zonesFor(journey, pictureNow(editor), what, world), over: undefined })
    },
    move: (at) => {
      const { gesture, begin } = store.getState()
      if (gesture?.doing !== 'drag') return
      begin({ ...gesture, at, over: zoneAt(editor, at)?.key })
    },
    drop: (at) => drop(editor, what, at),
    cancel: () => store.getState().endGesture(),
  })
}

function zoneAt(editor: Editor, at: Point) {
  const { gesture } = editor.store.getState()
  const canvas = canvasOf(editor)
  if (gesture?.doing !== 'drag' || !canvas?.contains(at)) return undefined
  return zoneNear(gesture.zones, canvas.toPicture(at))
}

function drop(editor: Editor, what: Dragged, at: Point) {
  const { store, world } = editor
  const zone = zoneAt(editor, at)
  store.getState().endGesture()
  if ('type' in what && world.shapes.isEntry(what)) {
    if (canvasOf(editor)?.contains(at)) addStep(editor, what.type)
    return
  }
  if (!zone) return
  if (zone.obstacle !== undefined) store.getState().announce({ code: 'cannot', reason: zone.obstacle })
  else if ('type' in what) addStep(editor, what.type, zone.place)
  else moveStep(editor, what.nodeId, zone.place)
}
