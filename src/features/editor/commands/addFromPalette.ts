import type { Place } from '@/engine/edit/place'
import type { Editor } from '../store/EditorContext'
import { pictureNow } from '../store/pictureNow'
import { addStep } from './addStep'
import { placeAfter } from './pickAfter'

/** Adds a step behind the selected one, else at the first free end. */
export function addFromPalette(editor: Editor, type: string) {
  const { selectedId, announce } = editor.store.getState()
  const place = (selectedId !== undefined && placeAfter(editor, selectedId)) || firstFreeEnd(editor)
  if (place || editor.world.shapes.isEntry({ type })) addStep(editor, type, place)
  else announce({ code: 'cannot', reason: 'noPlace' })
}

function firstFreeEnd(editor: Editor): Place | undefined {
  const slot = pictureNow(editor).slots.find(({ jump }) => !jump)
  return slot && { source: slot.source, port: slot.port }
}
