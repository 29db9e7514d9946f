import { useTranslation } from 'react-i18next'
import type { JourneyNode } from '@/engine/journey'
import { IconTile } from '@/ui/IconTile'
import { SidePanel } from '../panel/SidePanel'
import { useEditor, useEditorState } from '../store/EditorContext'
import { useWords } from '../words/StepWordsContext'
import { useFormat } from './useFormat'
import { type Figure, useNodeFigures } from './useNodeFigures'

/** All numbers of the selected step, each with its definition, each leading to its people. */
export function StepNumbersPanel() {
  const { world } = useEditor()
  const node = useEditorState(({ selectedId, journey }) =>
    selectedId === undefined ? undefined : world.indexOf(journey).nodes.get(selectedId),
  )
  return node ? <OpenPanel key={node.id} node={node} /> : null
}

function OpenPanel({ node }: { node: JourneyNode }) {
  const { t } = useTranslation('editor')
  const words = useWords()
  const figures = useNodeFigures(node.id)
  return (
    <SidePanel
      label={words.name(node.type)}
      header={
        <>
          <IconTile icon={words.icon(node.type)} tone={words.group(node.type)} />
          <div className="min-w-0 flex-1">
            <h2 className="font-semibold text-base">{words.name(node.type)}</h2>
            <p className="text-muted text-sm [overflow-wrap:anywhere]">{words.sentence(node)}</p>
          </div>
        </>
      }
    >
      {figures && (
        <>
          <Figures title={t('numbers.here')} figures={figures.step} nodeId={node.id} />
          <Figures title={t('numbers.wentOn')} figures={figures.ports} nodeId={node.id} />
          <Figures title={t('numbers.message')} figures={figures.message} nodeId={node.id} />
          <Figures title={t('numbers.endedHere')} figures={figures.ended} nodeId={node.id} />
        </>
      )}
    </SidePanel>
  )
}

function Figures({ title, figures, nodeId }: { title: string; figures: readonly Figure[]; nodeId: string }) {
  const { store } = useEditor()
  const format = useFormat()
  if (figures.length === 0) return null
  return (
    <section>
      <h3 className="pb-1 font-medium text-muted text-xs">{title}</h3>
      <ul className="-mx-2">
        {figures.map(({ id, label, count, of, meaning, metric, detail }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() =>
                store.getState().showPeople({ version: store.getState().numbers?.version ?? 1, metric, nodeId, detail })
              }
              className="flex w-full flex-col rounded-sm px-2 py-1.5 text-start hover:bg-subtle"
            >
              <span className="flex w-full items-baseline gap-2 text-sm">
                <span className="min-w-0 flex-1">{label}</span>
                <span className="font-semibold tabular-nums">{format.count(count)}</span>
                <span className="w-10 text-end text-muted tabular-nums">
                  {of === undefined ? '' : format.share(count, of)}
                </span>
              </span>
              <span className="text-muted text-xs">{meaning}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
