import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '@/ui/IconButton'
import { actionById } from '../actions/actions'
import { handleKey } from '../actions/handleKey'
import { useEditor } from '../store/EditorContext'

type SidePanelProps = { label: string; header: ReactNode; children: ReactNode }

/** At the end side of the canvas. It takes the keyboard when it opens and gives it back when it closes. */
export function SidePanel({ label, header, children }: SidePanelProps) {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => panel.current?.focus({ preventScroll: true }), [])
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label={label}
      onKeyDown={(event) => handleKey(editor, event, { onCanvas: false })}
      className="flex w-96 shrink-0 flex-col border-line border-s bg-surface outline-none max-[900px]:absolute max-[900px]:inset-0 max-[900px]:z-20 max-[900px]:w-full"
    >
      <header className="flex items-start gap-3 border-line border-b p-4">
        {header}
        <IconButton label={t('action.close')} icon={X} onClick={() => actionById('close').perform(editor)} />
      </header>
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-4">{children}</div>
    </aside>
  )
}
