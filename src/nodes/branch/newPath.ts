import type { BranchData } from './branch.ts'

type Path = BranchData['paths'][number]

/** A path to fill in. Its id is one no path here has, so that edges of others never come to hang on it. */
export function newPath(paths: readonly Path[]): Path {
  const numbers = paths.map(({ id }) => Number(/^path(\d+)$/.exec(id)?.[1] ?? 0))
  return { id: `path${Math.max(0, ...numbers) + 1}`, name: '', rule: { all: [] } }
}

/** The paths with one moved by some places; unchanged where it would fall off an end. */
export function movePath(paths: readonly Path[], index: number, by: number): Path[] {
  const to = index + by
  const moved = paths[index]
  if (!moved || to < 0 || to >= paths.length) return [...paths]
  return paths.toSpliced(index, 1).toSpliced(to, 0, moved)
}
