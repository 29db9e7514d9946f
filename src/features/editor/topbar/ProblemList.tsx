import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/Button'
import { Popover } from '@/ui/Popover'
import { useEditor, useEditorState } from '../store/EditorContext'
import { ProblemRows } from './ProblemRows'

/** How many problems there are, and the list of them, each leading to its step. */
export function ProblemList() {
  const { t } = useTranslation('editor')
  const { world } = useEditor()
  const [open, setOpen] = useState(false)
  const { all } = useEditorState(({ journey }) => world.problemsOf(journey))
  const blocking = all.some(({ severity }) => severity === 'blocks')
  const Icon = all.length === 0 ? CircleCheck : blocking ? CircleAlert : TriangleAlert
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      align="end"
      title={t('problems.title')}
      trigger={
        <Button variant="quiet">
          <Icon
            aria-hidden
            className={`size-4 ${all.length === 0 ? 'text-positive' : blocking ? 'text-danger' : 'text-warning'}`}
          />
          {all.length === 0 ? t('problems.none') : t('card.problems', { count: all.length })}
        </Button>
      }
    >
      {all.length === 0 && <p className="text-muted text-sm">{t('problems.noneHint')}</p>}
      <ProblemRows problems={all} onOpen={() => setOpen(false)} />
    </Popover>
  )
}
