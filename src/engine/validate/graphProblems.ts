import { jumpsIn, waysIn } from '../edit/jumps.ts'
import type { NodeShapes } from '../edit/nodeShapes.ts'
import { reachableFrom } from '../edit/reach.ts'
import type { Journey, JourneyEdge } from '../journey.ts'
import { blocks, type Problem, warns } from '../problem.ts'

/** What is wrong with how the steps hang together. Nodes of an unknown type or with unreadable data have no ports to judge. */
export function graphProblems(
  journey: Journey,
  { shapes, readable }: { shapes: NodeShapes; readable: ReadonlySet<string> },
): Problem[] {
  const entries = journey.nodes.filter((node) => shapes.isEntry(node)).map(({ id }) => id)
  const reached = reachableFrom({ edges: waysIn(journey, shapes) }, entries)
  return [
    ...(entries.length === 0 ? [blocks('noTrigger')] : orphans(journey, reached)),
    ...edgeProblems(journey, { shapes, readable }),
    ...jumpProblems(journey, { shapes, reached }),
    ...openPorts(journey, shapes),
  ]
}

function orphans(journey: Journey, reached: ReadonlySet<string>): Problem[] {
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

/** Jumps to a step that is gone, or to a trigger, from where anybody comes. Without the jump the path ends there. */
function jumpProblems(
  journey: Journey,
  { shapes, reached }: { shapes: NodeShapes; reached: ReadonlySet<string> },
): Problem[] {
  const nodes = new Map(journey.nodes.map((node) => [node.id, node]))
  return jumpsIn(journey, shapes).flatMap(({ source, target }): Problem[] => {
    const to = nodes.get(target)
    if (!reached.has(source) || (to && !shapes.isEntry(to))) return []
    const code = to ? 'jumpToTrigger' : 'jumpNowhere'
    return [{ ...blocks(code, { target }), nodeId: source, repair: { do: 'removeStep', nodeId: source } }]
  })
}

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
