import { canConnect } from '@/engine/edit/canConnect'
import { connect } from '@/engine/edit/connect'
import { disconnect } from '@/engine/edit/disconnect'
import type { JourneyEdge } from '@/engine/journey'
import { focusStep } from '../canvas/canvasHandle'
import type { Editor } from '../store/EditorContext'

export function connectPort(
  editor: Editor,
  { source, port, target }: { source: string; port: string; target: string },
) {
  const { store, world } = editor
  const { journey, edit, endGesture, announce } = store.getState()
  const { shapes, newId } = world
  const connection = canConnect(journey, { source, port, target, shapes })
  endGesture()
  if (!connection.allowed || world.readOnly) {
    announce({ code: 'cannot', reason: connection.allowed ? 'missing' : connection.because })
    return
  }
  const change = { code: 'connect' } as const
  edit(change, (before) => connect(before, { source, port, target, newId }))
  announce({ code: 'did', change })
  focusStep(editor, source)
}

/** Lets the path end where the edge began. */
export function disconnectEdge(editor: Editor, { id, source }: JourneyEdge) {
  const { edit, announce, endGesture } = editor.store.getState()
  const change = { code: 'disconnect' } as const
  endGesture()
  edit(change, (before) => disconnect(before, id))
  announce({ code: 'did', change })
  focusStep(editor, source)
}
