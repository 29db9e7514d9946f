/** One edit that certainly mends a problem. */
export type Repair =
  | { do: 'addExit'; nodeId: string; port: string }
  | { do: 'insertWait'; before: string; edgeIds: readonly string[] }
  | { do: 'removeConnection'; edgeId: string }
  | { do: 'removePath'; nodeId: string; port: string }
  | { do: 'removeStep'; nodeId: string }
