import i18next from 'i18next'
import { edgesInto, edgesOutOf } from '@/engine/edit/edges'
import { removeNode } from '@/engine/edit/removeNode'
import { type Journey, nodeById } from '@/engine/journey'
import { notify } from '@/ui/toasts'
import { focusStep } from '../canvas/canvasHandle'
import type { Editor } from '../store/EditorContext'
import { undoChange } from './history'

/** The ports whose paths compete to stay when a step goes; one or none where there is nothing to ask. */
export function pathsToKeep(journey: Journey, nodeId: string, { world }: Editor): readonly string[] {
  const node = nodeById(journey, nodeId)
  if (!node || world.shapes.isEntry(node)) return []
  const out = edgesOutOf(journey, nodeId, world.shapes.ports(node))
  return new Set(out.map(({ target }) => target)).size > 1 ? out.map(({ sourceHandle }) => sourceHandle) : []
}

/** Removes a step and heals the gap; asks first which path to keep where several lead on. Answers whether it is gone. */
export function removeStep(editor: Editor, nodeId: string, keepPort?: string): boolean {
  const { store, world } = editor
  const { journey, begin, edit } = store.getState()
  const node = nodeById(journey, nodeId)
  if (!node || world.readOnly) return false
  if (keepPort === undefined && pathsToKeep(journey, nodeId, editor).length > 1) {
    begin({ doing: 'remove', nodeId })
    return false
  }
  const next = neighbour(journey, nodeId, editor)
  const change = { code: 'remove', type: node.type } as const
  edit(change, (before) =>
    removeNode(before, { nodeId, shapes: world.shapes, ...(keepPort !== undefined && { keepPort }) }),
  )
  const { journey: left, select, closePanel, endGesture, announce } = store.getState()
  endGesture()
  closePanel()
  const survivor = next !== undefined && nodeById(left, next) ? next : left.nodes[0]?.id
  select(survivor)
  announce({ code: 'did', change })
  focusStep(editor, survivor)
  notify({
    title: i18next.t('editor:removed.title'),
    action: { label: i18next.t('editor:removed.undo'), onPress: () => undoChange(editor, change) },
  })
  return true
}

/** Where the keyboard goes when a step is gone: to the step before it, else to the one after. */
function neighbour(journey: Journey, nodeId: string, { world }: Editor): string | undefined {
  const node = nodeById(journey, nodeId)
  const before = edgesInto(journey, nodeId)[0]?.source
  return before ?? (node && edgesOutOf(journey, nodeId, world.shapes.ports(node))[0]?.target)
}
