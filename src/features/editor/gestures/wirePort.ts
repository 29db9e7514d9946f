import { canConnect } from '@/engine/edit/canConnect'
import { connectPort } from '../commands/connectPort'
import type { Editor } from '../store/EditorContext'
import type { Point, Targets } from '../store/gestureSlice'
import { followPointer } from './followPointer'

/** Drags a line from a port to the step it is to lead to; steps that cannot be led to are dimmed and say why. */
export function wirePort(
  editor: Editor,
  { source, port }: { source: string; port: string },
  event: React.PointerEvent,
) {
  const { store, world } = editor
  if (world.readOnly) return
  const box = event.currentTarget.getBoundingClientRect()
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  event.stopPropagation()
  followPointer(event, {
    start: (at) =>
      store.getState().begin({
        doing: 'wire',
        source,
        port,
        from,
        at,
        targets: obstacles(editor, { source, port }),
        over: undefined,
      }),
    move: (at) => {
      const { gesture, begin } = store.getState()
      if (gesture?.doing === 'wire') begin({ ...gesture, at, over: stepAt(at) })
    },
    drop: (at) => {
      const target = stepAt(at)
      store.getState().endGesture()
      if (target !== undefined) connectPort(editor, { source, port, target })
    },
    cancel: () => store.getState().endGesture(),
  })
}

export function obstacles({ store, world }: Editor, from: { source: string; port: string }): Targets {
  const { journey } = store.getState()
  return new Map(
    journey.nodes.flatMap(({ id }) => {
      const connection = canConnect(journey, { ...from, target: id, shapes: world.shapes })
      return connection.allowed ? [] : [[id, connection.because]]
    }),
  )
}

/** The step whose card lies under a point of the screen. */
function stepAt({ x, y }: Point): string | undefined {
  const card = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-step]')
  return card?.dataset.step
}
