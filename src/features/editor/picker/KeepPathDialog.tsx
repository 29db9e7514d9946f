import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { RadioGroup } from '@/ui/RadioGroup'
import { pathsToKeep, removeStep } from '../commands/removeStep'
import { useEditor, useEditorState } from '../store/EditorContext'
import { useWords } from '../words/StepWordsContext'

/** A step with several paths goes: which of them stays. */
export function KeepPathDialog({ nodeId }: { nodeId: string }) {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  const words = useWords()
  const journey = useEditorState((state) => state.journey)
  const paths = pathsToKeep(journey, nodeId, editor)
  const [keep, setKeep] = useState(paths[0] ?? '')
  const node = editor.world.indexOf(journey).nodes.get(nodeId)
  if (!node) return null
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && editor.store.getState().endGesture()}
      title={t('keep.title', { step: words.sentence(node) })}
      description={t('keep.description')}
      confirmLabel={t('keep.confirm')}
      onConfirm={() => removeStep(editor, nodeId, keep)}
    >
      <RadioGroup
        className="mt-3"
        label={t('keep.label')}
        value={keep}
        onChange={setKeep}
        options={paths.map((value) => ({ value, label: words.port(node, value) }))}
      />
    </ConfirmDialog>
  )
}
