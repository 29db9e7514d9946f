import type { ReactFlowInstance } from '@xyflow/react'
import { type RefObject, useEffect } from 'react'
import { useEditor } from '../store/EditorContext'
import type { Point } from '../store/gestureSlice'
import { pictureNow } from '../store/pictureNow'
import { boundsOf } from './boundsOf'
import { handOverCanvas } from './canvasHandle'

const PATIENCE = 30
const MARGIN = 48
const fitting = { padding: 0.1, duration: 200 }

/** Lets commands reach the open canvas: to show a step, to place a drop, to fit the picture. */
export function useCanvasHandle(flow: ReactFlowInstance | undefined, frame: RefObject<HTMLDivElement | null>) {
  const editor = useEditor()
  useEffect(() => {
    if (!flow) return
    const showStep = (nodeId: string) => {
      const box = pictureNow(editor).cards.get(nodeId)
      if (box && frame.current) reveal(flow, frame.current, box)
    }
    const focusStep = (nodeId: string | undefined) => {
      if (nodeId === undefined) {
        frame.current?.closest<HTMLElement>('[data-canvas]')?.focus()
        return
      }
      // The picture of an edit is drawn a moment after the edit.
      requestAnimationFrame(() => {
        showStep(nodeId)
        takeFocus(frame, nodeId, PATIENCE)
      })
    }
    const watching = new ResizeObserver(() => {
      // A panel that opens takes room from the canvas, and must not hide the step it is about.
      const { selectedId, panel } = editor.store.getState()
      if (panel && selectedId !== undefined) showStep(selectedId)
    })
    if (frame.current) watching.observe(frame.current)
    const stepBack = handOverCanvas(editor, {
      focusStep,
      showStep: (nodeId) => requestAnimationFrame(() => showStep(nodeId)),
      contains: ({ x, y }) => {
        const box = frame.current?.getBoundingClientRect()
        return box !== undefined && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
      },
      toPicture: (point) => flow.screenToFlowPosition(point),
      fit: () => void flow.fitBounds(boundsOf(pictureNow(editor)), fitting),
    })
    return () => {
      watching.disconnect()
      stepBack()
    }
  }, [editor, flow, frame])
}

/** Pans only as far as needed, and not at all for what is in view. */
function reveal(flow: ReactFlowInstance, frame: HTMLElement, box: Point & { width: number; height: number }) {
  const { x, y, zoom } = flow.getViewport()
  const [left, top] = [box.x * zoom + x, box.y * zoom + y]
  const [right, bottom] = [left + box.width * zoom, top + box.height * zoom]
  const shift = (low: number, high: number, size: number) => {
    if (low < MARGIN) return MARGIN - low
    return high > size - MARGIN ? size - MARGIN - high : 0
  }
  const [dx, dy] = [shift(left, right, frame.clientWidth), shift(top, bottom, frame.clientHeight)]
  if (dx !== 0 || dy !== 0) void flow.setViewport({ x: x + dx, y: y + dy, zoom })
}

/** A card that was out of view is drawn a few frames later. */
function takeFocus(frame: RefObject<HTMLDivElement | null>, nodeId: string, patience: number) {
  const card = frame.current?.querySelector<HTMLElement>(`[data-step="${CSS.escape(nodeId)}"]`)
  if (card) card.focus({ preventScroll: true })
  else if (patience > 0) requestAnimationFrame(() => takeFocus(frame, nodeId, patience - 1))
}
