import type { TFunction } from 'i18next'
import { edgesBy } from '@/engine/edit/edges'
import { jumpsIn } from '@/engine/edit/jumps'
import type { Journey, JourneyEdge, JourneyNode } from '@/engine/journey'
import type { World } from '../store/world'
import type { StepWords } from './useStepWords'

/** What a screen reader says for each step: "Step 4 of 12, Email: Welcome, path Clicked, 2 problems, next: Wait 2 days". */
export function stepLabels(
  journey: Journey,
  { world, words, t }: { world: World; words: StepWords; t: TFunction },
): ReadonlyMap<string, string> {
  const { order } = world.pictureOf(journey, 'ltr')
  const { nodes } = world.indexOf(journey)
  const { byNode } = world.problemsOf(journey)
  const into = edgesBy(journey.edges, 'target')
  const outOf = edgesBy(journey.edges, 'source')
  const say = (node: JourneyNode) =>
    t('editor:card.says', { name: words.name(node.type), sentence: words.sentence(node) })
  return new Map(
    order.flatMap((id, index) => {
      const node = nodes.get(id)
      if (!node) return []
      const problems = byNode.get(id)?.length ?? 0
      const parts = [
        t('editor:card.position', { number: index + 1, total: order.length }),
        say(node),
        ...paths(into.get(id) ?? [], { nodes, words, t }),
        ...(problems > 0 ? [t('editor:card.problems', { count: problems })] : []),
        ...nextSteps([...(outOf.get(id) ?? []), ...jumpsIn({ nodes: [node] }, world.shapes)], { nodes, say, t }),
      ]
      return [[id, parts.join(t('editor:card.separator'))]]
    }),
  )
}

type Nodes = ReadonlyMap<string, JourneyNode>

function paths(edges: readonly JourneyEdge[], { nodes, words, t }: { nodes: Nodes; words: StepWords; t: TFunction }) {
  if (edges.length !== 1) return []
  return edges.flatMap(({ source, sourceHandle }) => {
    const from = nodes.get(source)
    const path = from ? words.port(from, sourceHandle) : ''
    return path === '' ? [] : [t('editor:card.path', { path })]
  })
}

function nextSteps(
  edges: readonly JourneyEdge[],
  { nodes, say, t }: { nodes: Nodes; say: (node: JourneyNode) => string; t: TFunction },
) {
  const [first] = edges
  if (edges.length > 1) return [t('editor:card.nextMany', { count: edges.length })]
  const next = first && nodes.get(first.target)
  return next ? [t('editor:card.next', { step: say(next) })] : [t('editor:card.nextNone')]
}
