import { defineNodeType, leave } from '../../engine/nodeType.ts'
import { blocks } from '../../engine/problem.ts'
import { changeProblem } from './checkChange.ts'
import { resolveChange } from './resolveChange.ts'
import { type UpdateData, updateData } from './updateData.ts'

/** Changes the contact: profile, lists, subscriptions. The next step already sees it. */
export const update = defineNodeType<UpdateData>({
  type: 'update',
  group: 'data',
  data: updateData,
  blank: { changes: [] },
  ports: () => ['next'],
  waits: false,
  reads: () => [],
  visit({ data, nodeId, facts }) {
    const changes = data.changes.flatMap((wanted) => resolveChange(wanted, facts) ?? [])
    return changes.length === 0
      ? leave('next', 'nothingToChange')
      : leave('next', 'updated', [{ do: 'update', nodeId, changes }])
  },
  check({ changes }, { topics }) {
    if (changes.length === 0) return [blocks('update.noChange')]
    return changes.flatMap((change, index) => {
      const code = changeProblem(change, topics)
      return code === undefined ? [] : [blocks(code, { number: index + 1 })]
    })
  },
})
