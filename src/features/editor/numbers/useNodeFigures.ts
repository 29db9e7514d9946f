import { useTranslation } from 'react-i18next'
import { nodeTypes } from '@/nodes'
import { reasonText } from '@/nodes/nodeText'
import { useEditor, useEditorState } from '../store/EditorContext'
import { useWords } from '../words/StepWordsContext'
import { type NodeTally, total } from './tally'
import { useFormat } from './useFormat'

/** One number of a step: what it is called, how many of how many, what it means, and whose it is. */
export interface Figure {
  id: string
  label: string
  count: number
  of?: number
  meaning: string
  metric: string
  detail: string
}

export interface NodeFigures {
  step: Figure[]
  ports: Figure[]
  ended: Figure[]
  message: Figure[]
}

const nobody: NodeTally = {
  arrived: 0,
  inStep: 0,
  left: {},
  ended: {},
  sent: 0,
  delivered: 0,
  opened: 0,
  clicked: 0,
  skipped: {},
  failed: {},
}

/** All numbers of a step with their words; nothing until they are loaded. */
export function useNodeFigures(nodeId: string): NodeFigures | undefined {
  const { t, i18n } = useTranslation('editor')
  const { world } = useEditor()
  const words = useWords()
  const format = useFormat()
  const isLoaded = useEditorState(({ numbers }) => numbers !== undefined)
  const known = useEditorState(({ numbers }) => numbers?.byNode.get(nodeId))
  const node = useEditorState(({ journey }) => world.indexOf(journey).nodes.get(nodeId))
  if (!isLoaded || !node) return undefined
  const tally = known ?? nobody
  const speech = { t, exists: (key: string) => i18n.exists(key), language: i18n.language }

  const figure = (metric: string, count: number, of?: number): Figure => ({
    id: metric,
    metric,
    detail: '',
    label: t(`numbers.metric.${metric}`),
    count,
    ...(of !== undefined && { of }),
    meaning: t(`numbers.meaning.${metric}`, {
      count,
      number: format.count(count),
      part: format.count(count),
      whole: format.count(of ?? 0),
    }),
  })
  const each = (
    metric: 'left' | 'ended' | 'skipped' | 'failed',
    counts: Readonly<Record<string, number>>,
    of: number,
    name: (detail: string) => string,
  ) =>
    Object.entries(counts).map(([detail, count]) => ({
      ...figure(metric, count, of),
      id: `${metric} ${detail}`,
      detail,
      label: name(detail),
    }))

  const isEntry = nodeTypes[node.type]?.group === 'entry'
  const reason = (because: string) => reasonText(speech, node.type, because)
  return {
    step: isEntry
      ? [{ ...figure('arrived', tally.arrived), metric: 'entered' }]
      : [figure('arrived', tally.arrived), figure('inStep', tally.inStep, tally.arrived)],
    ports: each('left', tally.left, tally.arrived, (port) => words.port(node, port) || t('numbers.metric.left')),
    ended: each('ended', tally.ended, tally.arrived, reason),
    message:
      node.type !== 'message'
        ? []
        : [
            figure('sent', tally.sent, tally.arrived),
            figure('delivered', tally.delivered, tally.sent),
            figure('opened', tally.opened, tally.delivered),
            figure('clicked', tally.clicked, tally.delivered),
            ...(total(tally.skipped) > 0
              ? each('skipped', tally.skipped, tally.arrived, (because) =>
                  t('numbers.skippedBecause', { reason: reason(because) }),
                )
              : []),
            ...(total(tally.failed) > 0
              ? each('failed', tally.failed, tally.arrived, (because) =>
                  t('numbers.failedBecause', { reason: reason(because) }),
                )
              : []),
          ],
  }
}
