import { z } from 'zod'
import { type Limits, limitsOf } from '@/engine/analyse/limitsOf'
import type { NewId } from '@/engine/edit/newId'
import { type NodeShapes, shapesOf } from '@/engine/edit/nodeShapes'
import type { Journey, JourneyEdge, JourneyNode } from '@/engine/journey'
import type { CheckContext, NodeType } from '@/engine/nodeType'
import type { Problem } from '@/engine/problem'
import { validate } from '@/engine/validate'
import { nodeTypes } from '@/nodes'
import { drawJourney, type Look } from '../layout/drawJourney'
import type { Picture } from '../layout/picture'
import { once } from './once'

/** What an editor knows besides its document, and what it derives from it: each once per document, however many ask. */
export interface World {
  workspaceId: string
  journeyId: string
  check: CheckContext
  zone: string
  /** Set where a published version is looked at, or the reader may not edit. */
  readOnly: boolean
  nodeTypes: Readonly<Record<string, NodeType>>
  shapes: NodeShapes
  /** A fresh step's data, or nothing for an unknown type. */
  blankOf: (type: string) => JourneyNode['data'] | undefined
  /** What a panel handed over, as a document holds it. */
  dataOf: (changed: unknown) => JourneyNode['data']
  newId: NewId
  indexOf: (journey: Journey) => Index
  problemsOf: (journey: Journey) => Problems
  limitsOf: (journey: Journey) => Limits
  pictureOf: (journey: Journey, direction: Look['direction']) => Picture
}

export interface Index {
  nodes: ReadonlyMap<string, JourneyNode>
  edges: ReadonlyMap<string, JourneyEdge>
}

export interface Problems {
  all: readonly Problem[]
  byNode: ReadonlyMap<string, readonly Problem[]>
}

const nodeData = z.record(z.string(), z.unknown())

type Surroundings = Pick<World, 'workspaceId' | 'journeyId' | 'check' | 'zone' | 'readOnly'> & Pick<Look, 'heightOf'>

export function createWorld({ heightOf, ...surroundings }: Surroundings): World {
  const shapes = shapesOf(nodeTypes)
  const draw = (direction: Look['direction']) =>
    once((journey: Journey) => drawJourney(journey, shapes, { direction, ...(heightOf && { heightOf }) }))
  const pictures = { ltr: draw('ltr'), rtl: draw('rtl') }
  return {
    ...surroundings,
    nodeTypes,
    shapes,
    blankOf: (type) => nodeData.optional().parse(structuredClone(nodeTypes[type]?.blank)),
    dataOf: (changed) => nodeData.parse(changed),
    newId: (prefix) => `${prefix}_${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`,
    indexOf: once(({ nodes, edges }: Journey) => ({
      nodes: new Map(nodes.map((node) => [node.id, node])),
      edges: new Map(edges.map((edge) => [edge.id, edge])),
    })),
    problemsOf: once((journey: Journey) => grouped(validate(journey, nodeTypes, surroundings.check))),
    limitsOf: once((journey: Journey) => limitsOf(journey, nodeTypes)),
    pictureOf: (journey, direction) => pictures[direction](journey),
  }
}

function grouped(all: readonly Problem[]): Problems {
  const byNode = new Map<string, Problem[]>()
  for (const problem of all) {
    if (problem.nodeId === undefined) continue
    byNode.set(problem.nodeId, [...(byNode.get(problem.nodeId) ?? []), problem])
  }
  return { all, byNode }
}
