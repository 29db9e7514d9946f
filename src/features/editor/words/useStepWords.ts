import type { TFunction } from 'i18next'
import { CircleHelp, type LucideIcon } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { JourneyNode } from '@/engine/journey'
import type { NodeGroup } from '@/engine/nodeType'
import type { Problem } from '@/engine/problem'
import { nodeTypes } from '@/nodes'
import { problemText } from '@/nodes/nodeText'
import type { NodeNames } from '@/nodes/nodeView'
import { views } from '@/nodes/views'
import { useEditor } from '../store/EditorContext'
import { once } from '../store/once'
import { readStep } from './readStep'
import { spokenOf } from './spokenOf'
import { useNodeNames } from './useNodeNames'

type Typed = Pick<JourneyNode, 'type' | 'data'>

/** All that a reader sees of a step, in their language. A step of an unknown type, or with unreadable data, still has a face. */
export interface StepWords {
  icon: (type: string) => LucideIcon
  group: (type: string) => NodeGroup | 'neutral'
  name: (type: string) => string
  short: (type: string) => string
  sentence: (node: Typed) => string
  port: (node: Typed, port: string) => string
  problem: (problem: Problem, type: string | undefined) => string
  /** Whether the type found this problem itself, and so its panel shows it in place. */
  isOwn: (problem: Problem, type: string) => boolean
}

export function useStepWords(): StepWords {
  const { t, i18n } = useTranslation('editor')
  const { language } = i18n
  const { store, world } = useEditor()
  const names = useNodeNames()
  return useMemo(() => {
    const speech = { t, exists: (key: string) => i18n.exists(key), language }
    const word = (type: string, key: string) => {
      const full = `node.${type}:${key}`
      return i18n.exists(full) ? t(full) : type
    }
    const port: StepWords['port'] = (node, name) =>
      readStep(node, (data, view) => view.portLabel(data, name, t)) ?? name
    /** The name of the path a problem is about; empty where there is only one, or none. */
    const pathOf = ({ nodeId = '', port: name }: Problem) => {
      const node = world.indexOf(store.getState().journey).nodes.get(nodeId)
      return node && name !== undefined ? port(node, name) : ''
    }
    return {
      icon: (type) => views[type]?.icon ?? CircleHelp,
      group: (type) => nodeTypes[type]?.group ?? 'neutral',
      name: (type) => word(type, 'name'),
      short: (type) => word(type, 'short'),
      sentence: sentencesOf(t, { store, world }, names),
      port,
      problem(problem, type) {
        const own = type === undefined ? undefined : problemText(speech, type, problem)
        const path = own === undefined ? pathOf(problem) : ''
        return own ?? t(`problem.${problem.code}`, { ...problem.params, ...(path !== '' && { context: 'path', path }) })
      },
      isOwn: (problem, type) => problemText(speech, type, problem) !== undefined,
    }
  }, [t, i18n, language, store, world, names])
}

type Editing = Pick<ReturnType<typeof useEditor>, 'store' | 'world'>

function sentencesOf(t: TFunction, { store, world }: Editing, names: Omit<NodeNames, 'step'>) {
  const plain = sentences(t)
  const say = (node: Typed, step: NodeNames['step']) =>
    readStep(node, (data, view) => view.sentence(data, t, { ...names, step })) ?? plain(node)
  const stepNamed = (id: string) => {
    const node = world.indexOf(store.getState().journey).nodes.get(id)
    return node && say(node, () => undefined)
  }
  return (node: Typed) => (spokenOf(node).length === 0 ? plain(node) : say(node, stepNamed))
}

/** Steps are replaced, never changed, so each says its sentence once; those that speak of others say it anew. */
const sentences = (t: TFunction) =>
  once((node: Typed) => readStep(node, (data, view) => view.sentence(data, t)) ?? t('editor:card.unreadable'))
