import type { TFunction } from 'i18next'
import { CircleHelp, type LucideIcon } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { JourneyNode } from '@/engine/journey'
import type { NodeGroup } from '@/engine/nodeType'
import type { Problem } from '@/engine/problem'
import { nodeTypes } from '@/nodes'
import { problemText } from '@/nodes/nodeText'
import { views } from '@/nodes/views'
import { once } from '../store/once'

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
  return useMemo(() => {
    const speech = { t, exists: (key: string) => i18n.exists(key), language }
    const word = (type: string, key: string) => {
      const full = `node.${type}:${key}`
      return i18n.exists(full) ? t(full) : type
    }
    return {
      icon: (type) => views[type]?.icon ?? CircleHelp,
      group: (type) => nodeTypes[type]?.group ?? 'neutral',
      name: (type) => word(type, 'name'),
      short: (type) => word(type, 'short'),
      sentence: sentences(t),
      port: (node, port) => readable(node, (data, view) => view.portLabel(data, port, t)) ?? port,
      problem: (problem, type) =>
        (type === undefined ? undefined : problemText(speech, type, problem)) ??
        t(`problem.${problem.code}`, { ...problem.params }),
      isOwn: (problem, type) => problemText(speech, type, problem) !== undefined,
    }
  }, [t, i18n, language])
}

type View = (typeof views)[string]

function readable<Answer>({ type, data }: Typed, read: (data: unknown, view: View) => Answer): Answer | undefined {
  const view = views[type]
  const parsed = parsedData(data).get(type)
  return view && parsed?.success ? read(parsed.data, view) : undefined
}

/** Cards ask often and data never changes, so each is read once per type. */
const parsedData = once((data: JourneyNode['data']) => ({
  get: memoised((type: string) => nodeTypes[type]?.data.safeParse(data)),
}))

function memoised<Value>(answer: (type: string) => Value): (type: string) => Value {
  const known = new Map<string, Value>()
  return (type) => {
    const value = known.get(type) ?? answer(type)
    known.set(type, value)
    return value
  }
}

/** Steps are replaced, never changed, so each says its sentence once. */
const sentences = (t: TFunction) =>
  once((node: Typed) => readable(node, (data, view) => view.sentence(data, t)) ?? t('editor:card.unreadable'))
