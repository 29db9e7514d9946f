/** Sizes of the picture in canvas units. Cards have known sizes, so that the picture never waits for the browser to measure. */
export const CARD = { width: 264, height: 76 } as const
export const SLOT = { width: 168, height: 36 } as const

/** Room between things: lanes side by side, a step and the next, a fork and its lanes (which are named), lanes and the step where they join, parts that do not hang together. */
export const GAP = { lane: 40, row: 60, fork: 96, join: 78, island: 120 } as const

/** An empty lane keeps this much room for its line and name. */
export const LANE_WIDTH = 128

/** How far from a card a line turns, and where on it names and buttons sit. */
export const TURN = 22
export const NAME_AT = 44
export const PLUS_AT = { row: 30, fork: 68 } as const
