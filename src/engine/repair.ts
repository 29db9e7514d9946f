/** One edit that certainly mends a problem. */
export type Repair =
  | { do: 'addExit'; nodeId: string; port: string }
  | { do: 'insertWait'; before: string; edgeIds: readonly string[] }
  | { do: 'removeConnection'; edgeId: string }
  | { do: 'removePath'; nodeId: string; port: string }
  /** With a port to keep, the path behind that port takes the place of the step. */
  | { do: 'removeStep'; nodeId: string; keepPort?: string }
