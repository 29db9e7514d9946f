import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '@/ui/IconButton'

type ListItemProps = {
  title: string
  words: { up?: string; down?: string; remove: string }
  isFirst?: boolean
  isLast?: boolean
  disabled: boolean
  onMove?: (by: -1 | 1) => void
  onRemove: () => void
  children: ReactNode
}

/** One of several things in a panel's list, with its place and its way out. */
export function ListItem({ title, words, isFirst, isLast, disabled, onMove, onRemove, children }: ListItemProps) {
  return (
    <li aria-label={title} className="flex flex-col gap-3 rounded-lg border border-line p-3">
      <div className="flex items-center gap-0.5">
        <h4 className="min-w-0 flex-1 truncate font-medium text-sm">{title}</h4>
        {onMove && words.up && words.down && (
          <>
            <IconButton
              label={words.up}
              icon={ArrowUp}
              size="sm"
              disabled={disabled || isFirst}
              onClick={() => onMove(-1)}
            />
            <IconButton
              label={words.down}
              icon={ArrowDown}
              size="sm"
              disabled={disabled || isLast}
              onClick={() => onMove(1)}
            />
          </>
        )}
        <IconButton label={words.remove} icon={Trash2} size="sm" disabled={disabled} onClick={onRemove} />
      </div>
      {children}
    </li>
  )
}
