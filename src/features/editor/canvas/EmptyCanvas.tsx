import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { addStep } from '../commands/addStep'
import { stepTypes } from '../picker/stepTypes'
import { useEditor } from '../store/EditorContext'
import { useWords } from '../words/StepWordsContext'

/** Every journey begins with what lets people in. */
export function EmptyCanvas() {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  const words = useWords()
  const entries = stepTypes(editor.world).filter((type) => editor.world.shapes.isEntry({ type }))
  const [first] = entries
  if (first === undefined) return null
  return (
    <div className="absolute inset-0 flex items-center justify-center p-6">
      <EmptyState
        icon={words.icon(first)}
        tone="entry"
        className="rounded-xl border border-line bg-surface shadow-card"
        title={t('empty.title')}
        description={t('empty.description')}
        action={
          editor.world.readOnly
            ? undefined
            : entries.map((type) => (
                <Button key={type} variant="primary" icon={Plus} onClick={() => addStep(editor, type)}>
                  {t('empty.add', { step: words.name(type) })}
                </Button>
              ))
        }
      />
    </div>
  )
}
