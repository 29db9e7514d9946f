import type { NodeShapes } from '../edit/nodeShapes.ts'
import { reachableFrom } from '../edit/reach.ts'
import type { Journey, JourneyEdge } from '../journey.ts'
import { blocks, type Problem, warns } from '../problem.ts'

/** What is wrong with how the steps hang together. Nodes of an unknown type or with unreadable data have no ports to judge. */
export function graphProblems(
  journey: Journey,
  { shapes, readable }: { shapes: NodeShapes; readable: ReadonlySet<string> },
): Problem[] {
  return [
    ...entryProblems(journey, shapes),
    ...edgeProblems(journey, { shapes, readable }),
    ...openPorts(journey, shapes),
  ]
}

function entryProblems(journey: Journey, shapes: NodeShapes): Problem[] {
  const entries = journey.nodes.filter((node) => shapes.isEntry(node))
  if (entries.length === 0) return [blocks('noTrigger')]
  const reached = reachableFrom(
    journey,
    entries.map(({ id }) => id),
  )
  return journey.nodes
    .filter(({ id }) => !reached.has(id))
    .map(({ id }) => ({ ...blocks('orphan', { node: id }), nodeId: id, repair: { do: 'removeStep', nodeId: id } }))
}

function edgeProblems(
  journey: Journey,
  { shapes, readable }: { shapes: NodeShapes; readable: ReadonlySet<string> },
): Problem[] {
  const nodes = new Map(journey.nodes.map((node) => [node.id, node]))
  const taken = new Set<string>()
  return journey.edges.flatMap((edge) => {
    const [source, target] = [nodes.get(edge.source), nodes.get(edge.target)]
    if (!source || !target) return [onEdge('edgeNowhere', edge)]
    const port = `${edge.source} ${edge.sourceHandle}`
    const problems: Problem[] = []
    if (taken.has(port)) problems.push(onEdge('portTwice', edge))
    taken.add(port)
    if (readable.has(source.id) && !shapes.ports(source).includes(edge.sourceHandle)) {
      problems.push(onEdge('portMissing', edge))
    }
    if (shapes.isEntry(target)) {
      problems.push({ ...onEdge('triggerTarget', edge), repair: { do: 'removeConnection', edgeId: edge.id } })
    }
    return problems
  })
}

const onEdge = (code: string, { id, source, sourceHandle, target }: JourneyEdge): Problem => ({
  ...blocks(code, { port: sourceHandle, target }),
  nodeId: source,
  port: sourceHandle,
  edgeId: id,
})

function openPorts(journey: Journey, shapes: NodeShapes): Problem[] {
  const wired = new Set(journey.edges.map(({ source, sourceHandle }) => `${source} ${sourceHandle}`))
  return journey.nodes.flatMap((node) =>
    shapes
      .ports(node)
      .filter((port) => !wired.has(`${node.id} ${port}`))
      .map((port): Problem => {
        const place = { nodeId: node.id, port }
        return { ...warns('openPort', { port }), ...place, repair: { do: 'addExit', ...place } }
      }),
  )
}
