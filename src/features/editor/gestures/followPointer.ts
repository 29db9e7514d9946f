import type { Point } from '../store/gestureSlice'

const THRESHOLD = 6

interface Follow {
  start: (at: Point) => void
  move: (at: Point) => void
  drop: (at: Point) => void
  cancel: () => void
}

/** A press becomes a drag once it has moved a little; Escape and a lost pointer call it off. */
export function followPointer(event: React.PointerEvent, { start, move, drop, cancel }: Follow) {
  if (event.button !== 0 || !event.isPrimary) return
  const origin = { x: event.clientX, y: event.clientY }
  const listening = new AbortController()
  let dragging = false

  const stop = (then: () => void) => {
    listening.abort()
    if (dragging) then()
  }
  const onMove = (moved: PointerEvent) => {
    const at = { x: moved.clientX, y: moved.clientY }
    if (!dragging && Math.hypot(at.x - origin.x, at.y - origin.y) < THRESHOLD) return
    if (!dragging) {
      dragging = true
      start(at)
    }
    moved.preventDefault()
    move(at)
  }
  const onKey = (key: KeyboardEvent) => {
    if (key.key !== 'Escape') return
    key.stopPropagation()
    stop(cancel)
  }
  const { signal } = listening
  window.addEventListener('pointermove', onMove, { signal })
  window.addEventListener('pointerup', (up) => stop(() => finish(up, drop)), { signal })
  window.addEventListener('pointercancel', () => stop(cancel), { signal })
  window.addEventListener('keydown', onKey, { signal, capture: true })
}

/** The browser still sends a click after a drag; it would select or open what was only let go over. */
function finish(up: PointerEvent, drop: (at: Point) => void) {
  const swallow = (click: MouseEvent) => click.stopPropagation()
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }))
  drop({ x: up.clientX, y: up.clientY })
}
