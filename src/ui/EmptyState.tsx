import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { IconTile, type Purpose } from './IconTile'

export type EmptyStateProps = {
  icon: LucideIcon
  title: string
  /** What will be here, and how it gets here. */
  description: ReactNode
  action?: ReactNode
  tone?: Purpose | 'neutral'
  className?: string
}

export function EmptyState({ icon, title, description, action, tone = 'neutral', className }: EmptyStateProps) {
  return (
    <div className={cx('mx-auto flex max-w-md flex-col items-center gap-1 px-6 py-12 text-center', className)}>
      <IconTile icon={icon} size="lg" tone={tone} className="mb-3" />
      <h2 className="font-semibold text-base">{title}</h2>
      <div className="text-muted text-sm">{description}</div>
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
