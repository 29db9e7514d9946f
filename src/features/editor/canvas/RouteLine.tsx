import { BaseEdge, EdgeLabelRenderer, type EdgeProps, useStore } from '@xyflow/react'
import { memo } from 'react'
import { nameAt, plusAt } from '../layout/plusAt'
import { routePath } from '../layout/routePath'
import { slotById } from '../layout/slotById'
import { EdgeNumbers } from '../numbers/EdgeNumbers'
import { useShare } from '../numbers/useShare'
import { isOnTrail } from '../simulator/placeOnTrail'
import { useEditor, useEditorState, usePicture } from '../store/EditorContext'
import { useDirection } from '../store/useDirection'
import { useWords } from '../words/StepWordsContext'
import { isFar } from './isFar'
import { PlusButton } from './PlusButton'

/** The line from a port to a step, with the port's name where several leave one step, and the "+" to put a step in. */
export const RouteLine = memo(function RouteLine({ id, source, target }: EdgeProps) {
  const { world } = useEditor()
  const route = usePicture(({ routes }) => routes.get(id))
  const isOnPath = useEditorState(({ selectedId }) => selectedId === source || selectedId === target)
  const slot = usePicture((picture) => slotById(picture).get(id))
  const edgeId = slot ? slot.jump?.edgeId : id
  const share = useShare(edgeId)
  const isTaken = useEditorState((state) => isOnTrail(state, edgeId))
  const far = useStore(isFar)
  if (!route) return null
  const plus = plusAt(route)
  return (
    <>
      <BaseEdge
        id={id}
        path={routePath(route)}
        style={{
          stroke: isTaken
            ? 'var(--tone-positive)'
            : isOnPath || share !== undefined
              ? 'var(--tone-accent)'
              : 'var(--tone-line-strong)',
          strokeOpacity: share === undefined ? 1 : isOnPath ? 0.7 : 0.4,
          strokeWidth: isTaken ? 3 : share === undefined ? 1.5 : 1 + share * 7,
          strokeDasharray: edgeId === undefined ? '4 4' : undefined,
          strokeLinecap: 'round',
        }}
      />
      {!far && (
        <EdgeLabelRenderer>
          {route.isFork && <PortName edgeId={edgeId} port={slot?.port} source={source} {...nameAt(route)} />}
          <div
            className="nopan pointer-events-auto absolute -translate-x-1/2 -translate-y-1/2"
            style={{ left: plus.x, top: plus.y }}
          >
            {edgeId !== undefined && !world.readOnly && <PlusButton edgeId={edgeId} />}
            <EdgeNumbers edgeId={edgeId} />
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  )
})

type PortNameProps = { edgeId: string | undefined; port: string | undefined; source: string; x: number; y: number }

function PortName({ edgeId, port: open, source, x, y }: PortNameProps) {
  const { world } = useEditor()
  const words = useWords()
  const direction = useDirection()
  const name = useEditorState(({ journey }) => {
    const { nodes, edges } = world.indexOf(journey)
    const node = nodes.get(source)
    const port = open ?? edges.get(edgeId ?? '')?.sourceHandle
    return node && port !== undefined ? words.port(node, port) : ''
  })
  if (name === '') return null
  return (
    <span
      dir={direction}
      className="absolute max-w-36 -translate-x-1/2 -translate-y-1/2 truncate rounded-full border border-line bg-surface px-2 text-2xs text-ink leading-4.5"
      style={{ left: x, top: y }}
    >
      {name}
    </span>
  )
}
