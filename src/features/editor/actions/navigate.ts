import i18next from 'i18next'
import { edgesInto } from '@/engine/edit/edges'
import { edgeFrom } from '@/engine/journey'
import { directionOf } from '@/lib/i18n'
import { focusStep } from '../canvas/canvasHandle'
import type { Editor } from '../store/EditorContext'
import { pictureNow } from '../store/pictureNow'

/**
 * Arrow keys: down follows the path, up goes back, to the side goes on in reading order, so that every step is reached.
 * Answers whether the key was one of them.
 */
export function navigate(editor: Editor, key: string): boolean {
  const { order } = pictureNow(editor)
  const { selectedId } = editor.store.getState()
  const here = selectedId === undefined ? -1 : order.indexOf(selectedId)
  const next = targetOf(editor, key, { order, here })
  if (next === undefined) return false
  const nodeId = next ?? selectedId
  if (nodeId === undefined) return true
  editor.store.getState().select(nodeId)
  focusStep(editor, nodeId)
  return true
}

/** The step to go to; null where the way ends; undefined for another key. */
function targetOf(
  editor: Editor,
  key: string,
  { order, here }: { order: readonly string[]; here: number },
): string | null | undefined {
  const forward = directionOf(i18next.language) === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft'
  const current = order[here]
  switch (key) {
    case 'ArrowDown':
      return (current !== undefined && onward(editor, current)) || (order[here + 1] ?? null)
    case 'ArrowUp':
      return (current !== undefined && back(editor, current)) || (order[here - 1] ?? null)
    case forward:
      return order[here + 1] ?? null
    case backward:
      return order[here - 1] ?? null
    case 'Home':
      return order[0] ?? null
    case 'End':
      return order.at(-1) ?? null
    default:
      return undefined
  }
}

function onward({ store, world }: Editor, nodeId: string): string | undefined {
  const { journey } = store.getState()
  const node = world.indexOf(journey).nodes.get(nodeId)
  const ports = node ? world.shapes.ports(node) : []
  return ports.map((port) => edgeFrom(journey, nodeId, port)?.target).find((target) => target !== undefined)
}

const back = ({ store }: Editor, nodeId: string): string | undefined =>
  edgesInto(store.getState().journey, nodeId)[0]?.source
