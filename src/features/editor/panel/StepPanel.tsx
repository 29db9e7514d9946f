import type { JourneyNode } from '@/engine/journey'
import { IconTile } from '@/ui/IconTile'
import { useEditor, useEditorState } from '../store/EditorContext'
import { useWords } from '../words/StepWordsContext'
import { useSentence } from '../words/useSentence'
import { ProblemNotices } from './ProblemNotices'
import { SidePanel } from './SidePanel'
import { StepForm } from './StepForm'
import { StepMenu } from './StepMenu'

/** The selected step: what it is, what is wrong with it, and its form. */
export function StepPanel() {
  const { world } = useEditor()
  const node = useEditorState(({ selectedId, journey }) =>
    selectedId === undefined ? undefined : world.indexOf(journey).nodes.get(selectedId),
  )
  return node ? <OpenPanel key={node.id} node={node} /> : null
}

const none: never[] = []

function OpenPanel({ node }: { node: JourneyNode }) {
  const { world } = useEditor()
  const words = useWords()
  const sentence = useSentence(node)
  const problems = useEditorState(({ journey }) => world.problemsOf(journey).byNode.get(node.id) ?? none)
  return (
    <SidePanel
      label={words.name(node.type)}
      header={
        <>
          <IconTile icon={words.icon(node.type)} tone={words.group(node.type)} />
          <div className="min-w-0 flex-1">
            <h2 className="font-semibold text-base">{words.name(node.type)}</h2>
            <p className="text-muted text-sm [overflow-wrap:anywhere]">{sentence}</p>
          </div>
          {!world.readOnly && <StepMenu />}
        </>
      }
    >
      <ProblemNotices problems={problems} type={node.type} />
      <StepForm node={node} problems={problems} />
    </SidePanel>
  )
}
