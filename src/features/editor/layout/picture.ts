/** A card's place; `x` and `y` name its upper corner at the physical left, also where the picture is mirrored. */
export interface Placed {
  x: number
  y: number
  width: number
  height: number
}

/** The free end of a port, where a step may be put; or a jump back to an earlier step, drawn as a stub. */
export interface Slot extends Placed {
  id: string
  source: string
  port: string
  /** Set for a jump: where it leads, and by which edge. */
  jump?: { edgeId: string; target: string }
}

/** The line of an edge: from a port straight into its own column, down, and over to the step it leads to. */
export interface Route {
  id: string
  from: { x: number; y: number }
  to: { x: number; y: number }
  /** The column in which it runs down. */
  column: number
  /** Whether it is one of several that leave the step, and so carries a name. */
  isFork: boolean
}

export interface Picture {
  cards: ReadonlyMap<string, Placed>
  slots: readonly Slot[]
  routes: ReadonlyMap<string, Route>
  /** Steps as a reader meets them: a lane to its end, then the next, then where they join. */
  order: readonly string[]
  height: number
}
