import { useEditor } from '../store/EditorContext'
import { NumberButton } from './NumberButton'
import { type Figure, useNodeFigures } from './useNodeFigures'

/** The numbers at the foot of a card; nothing while numbers are not shown. */
export function StepNumbers({ nodeId }: { nodeId: string }) {
  const figures = useNodeFigures(nodeId)
  if (!figures) return null
  const shown = figures.message.filter(({ detail }) => detail === '')
  return (
    <div className="border-line border-t bg-subtle/50 px-2 py-1">
      <Row figures={figures.step} nodeId={nodeId} />
      {shown.length > 0 && <Row figures={shown.slice(0, 2)} nodeId={nodeId} />}
      {shown.length > 2 && <Row figures={shown.slice(2)} nodeId={nodeId} />}
    </div>
  )
}

function Row({ figures, nodeId }: { figures: readonly Figure[]; nodeId: string }) {
  const { store } = useEditor()
  return (
    <div className="flex h-5.5 items-center overflow-hidden">
      {figures.map(({ id, label, count, of, meaning, metric, detail }) => (
        <NumberButton
          key={id}
          small
          pointerOnly
          label={label}
          count={count}
          meaning={meaning}
          {...(of !== undefined && metric !== 'inStep' && { of })}
          onPress={() => {
            const { numbers, select, showPeople } = store.getState()
            select(nodeId)
            showPeople({ version: numbers?.version ?? 1, metric, nodeId, detail })
          }}
        />
      ))}
    </div>
  )
}
