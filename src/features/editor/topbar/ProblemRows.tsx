import { useTranslation } from 'react-i18next'
import type { Problem } from '@/engine/problem'
import { useEditor, usePicture } from '../store/EditorContext'
import { useWords } from '../words/StepWordsContext'
import { ProblemRow } from './ProblemRow'
import { useKeptFocus } from './useKeptFocus'

/** Problems by the step they are in, errors first; pressing one opens where it can be mended, or mends it where that is certain. */
export function ProblemRows({ problems, onOpen }: { problems: readonly Problem[]; onOpen: () => void }) {
  const { t } = useTranslation('editor')
  const { store, world } = useEditor()
  const words = useWords()
  const order = usePicture((picture) => picture.order)
  const { nodes } = world.indexOf(store.getState().journey)
  const { list, keepFocus } = useKeptFocus(problems)
  return (
    <ul ref={list} tabIndex={-1} className="-mx-2 flex flex-col gap-2 rounded-sm">
      {byStep(problems, order).map(({ nodeId, found }) => {
        const node = nodes.get(nodeId ?? '')
        return (
          <li key={nodeId ?? ''}>
            {node && (
              <h3 className="truncate px-2 pb-0.5 text-muted text-xs">
                {t('picker.step', { number: order.indexOf(node.id) + 1, step: words.sentence(node) })}
              </h3>
            )}
            <ul>
              {found.map((problem) => (
                <ProblemRow
                  key={JSON.stringify(problem)}
                  problem={problem}
                  type={node?.type}
                  onOpen={onOpen}
                  onRepair={keepFocus}
                />
              ))}
            </ul>
          </li>
        )
      })}
    </ul>
  )
}

function byStep(problems: readonly Problem[], order: readonly string[]) {
  const steps = new Map<string | undefined, Problem[]>()
  for (const problem of problems) steps.set(problem.nodeId, [...(steps.get(problem.nodeId) ?? []), problem])
  return [...steps]
    .map(([nodeId, found]) => ({ nodeId, found: found.toSorted((one, other) => rank(one) - rank(other)) }))
    .sort((one, other) => order.indexOf(one.nodeId ?? '') - order.indexOf(other.nodeId ?? ''))
}

const rank = ({ severity }: Problem) => (severity === 'blocks' ? 0 : 1)
