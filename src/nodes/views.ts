import type { NodeView } from './nodeView.ts'

// biome-ignore lint/suspicious/noExplicitAny: a registry forgets each type's data; the editor hands a view only its own.
type AnyView = NodeView<any>

const modules = import.meta.glob<{ view: AnyView }>('./*/view.tsx', { eager: true })

/** The face of every node type, by its name. A folder's `view.tsx` is found by itself. */
export const views: Readonly<Record<string, AnyView>> = Object.fromEntries(
  Object.entries(modules).map(([path, { view }]) => [path.split('/')[1], view]),
)
