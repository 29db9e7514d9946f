import type { ReactFlowState } from '@xyflow/react'

const READABLE = 0.45

/** Whether the canvas is zoomed out so far that words cannot be read, and so need not be drawn. */
export const isFar = ({ transform }: ReactFlowState) => transform[2] < READABLE
