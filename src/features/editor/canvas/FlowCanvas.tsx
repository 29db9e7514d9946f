import {
  Background,
  type Edge,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  type ReactFlowInstance,
  useStore,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { memo, useMemo, useRef, useState } from 'react'
import { CARD } from '../layout/measures'
import { useEditorState, usePicture } from '../store/EditorContext'
import { FarCard } from './FarCard'
import { flowElements } from './flowElements'
import { isFar } from './isFar'
import { PortDots } from './PortDots'
import { RouteLine } from './RouteLine'
import { SlotCard } from './SlotCard'
import { StepCard } from './StepCard'
import { useCanvasHandle } from './useCanvasHandle'
import { ZoomButtons } from './ZoomButtons'

/** React Flow draws no edge without these; where lines really begin and end is ours. */
const Ends = () => (
  <>
    <Handle type="target" position={Position.Top} isConnectable={false} className="invisible" />
    <Handle type="source" position={Position.Bottom} isConnectable={false} className="invisible" />
  </>
)

const StepNode = memo(({ id }: NodeProps) => {
  if (useStore(isFar)) {
    return (
      <>
        <Ends />
        <FarCard nodeId={id} />
      </>
    )
  }
  return (
    <>
      <Ends />
      <StepCard nodeId={id} />
      <PortDots nodeId={id} />
    </>
  )
})
const SlotNode = memo(({ id }: NodeProps) => (
  <>
    <Ends />
    <SlotCard id={id} />
  </>
))

const nodeTypes = { step: StepNode, slot: SlotNode }
const edgeTypes = { route: RouteLine }
const farthest: [[number, number], [number, number]] = [
  [-100_000, -400],
  [100_000, 1_000_000],
]
const CULL_ABOVE = 150
const TOP = 56

/** The only place that knows React Flow: it pans, zooms and leaves out what is not in view. Everything else is ours. */
export function FlowCanvas() {
  const picture = usePicture((whole) => whole)
  const journey = useEditorState((state) => state.journey)
  const last = useRef<{ nodes: Node[]; edges: Edge[] }>({ nodes: [], edges: [] })
  const elements = useMemo(() => {
    last.current = flowElements(picture, journey, last.current)
    return last.current
  }, [picture, journey])
  const [flow, setFlow] = useState<ReactFlowInstance>()
  const frame = useRef<HTMLDivElement>(null)
  useCanvasHandle(flow, frame)

  const begin = (instance: ReactFlowInstance) => {
    const width = frame.current?.clientWidth ?? CARD.width
    void instance.setViewport({ x: width / 2, y: TOP, zoom: 1 })
    setFlow(instance)
  }

  return (
    <div
      ref={frame}
      dir="ltr"
      className="size-full [&_.react-flow\_\_attribution]:bg-transparent! [&_.react-flow\_\_attribution_a]:text-muted!"
    >
      <ReactFlow
        nodes={elements.nodes}
        edges={elements.edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onInit={begin}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        zoomActivationKeyCode={null}
        panActivationKeyCode={null}
        zoomOnDoubleClick={false}
        panOnScroll
        minZoom={0.2}
        maxZoom={1.5}
        translateExtent={farthest}
        onlyRenderVisibleElements={elements.nodes.length > CULL_ABOVE}
      >
        <Background color="var(--tone-line)" gap={24} size={1.5} />
      </ReactFlow>
      <ZoomButtons flow={flow} />
    </div>
  )
}
