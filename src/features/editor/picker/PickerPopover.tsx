import { Popover } from '@base-ui/react/popover'
import type { ReactNode } from 'react'
import { cx } from '@/ui/cx'
import { popupStyle } from '@/ui/fieldStyle'
import { focusStep } from '../canvas/canvasHandle'
import { useEditor } from '../store/EditorContext'

/** Opens beside a spot of the canvas, and gives the keyboard back to the selected step when it closes. */
export function PickerPopover({ title, anchor, children }: { title: string; anchor: string; children: ReactNode }) {
  const editor = useEditor()
  const close = () => {
    const { endGesture, selectedId } = editor.store.getState()
    endGesture()
    focusStep(editor, selectedId)
  }
  return (
    <Popover.Root open onOpenChange={(open) => !open && close()}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={() => document.querySelector(anchor)}
          side="bottom"
          sideOffset={8}
          collisionPadding={12}
          className="z-50"
        >
          <Popover.Popup finalFocus={false} className={cx(popupStyle, 'w-80 p-2')}>
            <Popover.Title className="px-2 pt-1 pb-2 font-semibold text-sm">{title}</Popover.Title>
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
