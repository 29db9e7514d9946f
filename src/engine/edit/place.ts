/** Where a step may be put: into an edge, or behind a port that leads nowhere yet. */
export type Place = { edgeId: string } | { source: string; port: string }
