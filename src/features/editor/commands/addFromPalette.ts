import i18next from 'i18next'
import { edgesInto } from '@/engine/edit/edges'
import type { Place } from '@/engine/edit/place'
import { notify } from '@/ui/toasts'
import type { Editor } from '../store/EditorContext'
import { pictureNow } from '../store/pictureNow'
import { addStep } from './addStep'
import { placeAfter } from './pickAfter'

/** Adds a step behind the selected one, else at the first free end, else before the end of the journey. */
export function addFromPalette(editor: Editor, type: string) {
  const { selectedId } = editor.store.getState()
  const { order, slots } = pictureNow(editor)
  const free = slots.find(({ jump }) => !jump)
  const place =
    around(editor, selectedId) ?? (free && { source: free.source, port: free.port }) ?? around(editor, order.at(-1))
  if (place || editor.world.shapes.isEntry({ type })) addStep(editor, type, place)
  else notify({ title: i18next.t('editor:obstacle.noPlace') })
}

function around(editor: Editor, nodeId: string | undefined): Place | undefined {
  if (nodeId === undefined) return undefined
  const [before] = edgesInto(editor.store.getState().journey, nodeId)
  return placeAfter(editor, nodeId) ?? (before && { edgeId: before.id })
}
