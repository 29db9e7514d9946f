import { repair } from '@/engine/edit/repair'
import { type Journey, nodeById } from '@/engine/journey'
import type { Repair } from '@/engine/repair'
import type { Change } from '../store/documentSlice'
import type { Editor } from '../store/EditorContext'

/** Mends a problem as one change, which is announced and can be undone. The keyboard stays with whoever asked. */
export function repairProblem({ store, world }: Editor, wanted: Repair) {
  const { journey, edit } = store.getState()
  if (world.readOnly) return
  const change = changeBy(wanted, journey)
  edit(change, (before) => repair(before, wanted, world))
  const { journey: mended, selectedId, select, closePanel, announce } = store.getState()
  if (mended === journey) {
    announce({ code: 'cannot', reason: 'missing' })
    return
  }
  if (selectedId !== undefined && !nodeById(mended, selectedId)) {
    closePanel()
    select(mended.nodes[0]?.id)
  }
  announce({ code: 'did', change })
}

function changeBy(wanted: Repair, journey: Journey): Change {
  const about = (nodeId: string) => {
    const type = nodeById(journey, nodeId)?.type
    return type === undefined ? {} : { type }
  }
  switch (wanted.do) {
    case 'addExit':
      return { code: 'add', type: 'exit' }
    case 'insertWait':
      return { code: 'add', type: 'wait' }
    case 'removeConnection':
      return { code: 'disconnect' }
    case 'removePath':
      return { code: 'change', ...about(wanted.nodeId) }
    case 'removeStep':
      return { code: 'remove', ...about(wanted.nodeId) }
  }
}
