import type { LucideIcon } from 'lucide-react'
import { cx } from './cx'

/** A calm colour per purpose; the icon and the words beside it carry the meaning. */
export type Purpose = 'entry' | 'timing' | 'logic' | 'message' | 'data' | 'end'

const tones: Record<Purpose | 'neutral', string> = {
  entry: 'bg-entry-soft text-entry',
  timing: 'bg-timing-soft text-timing',
  logic: 'bg-logic-soft text-logic',
  message: 'bg-message-soft text-message',
  data: 'bg-data-soft text-data',
  end: 'bg-end-soft text-end',
  neutral: 'bg-subtle text-muted',
}

const sizes = {
  sm: 'size-6 rounded-xs [&>svg]:size-3.5',
  md: 'size-8 rounded-sm [&>svg]:size-4',
  lg: 'size-11 rounded-md [&>svg]:size-5',
}

type IconTileProps = { icon: LucideIcon; tone?: Purpose | 'neutral'; size?: keyof typeof sizes; className?: string }

export function IconTile({ icon: Icon, tone = 'neutral', size = 'md', className }: IconTileProps) {
  return (
    <span
      aria-hidden
      className={cx(
        'inline-flex shrink-0 items-center justify-center forced-colors:border',
        sizes[size],
        tones[tone],
        className,
      )}
    >
      <Icon />
    </span>
  )
}
