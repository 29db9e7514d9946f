import type { Editor } from '../store/EditorContext'

export function openStep({ store }: Editor, nodeId: string) {
  const { select, openPanel } = store.getState()
  select(nodeId)
  openPanel('step')
}
