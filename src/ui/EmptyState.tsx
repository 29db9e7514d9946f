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
  /** The heading's level; 1 where this is all the page has. */
  level?: 1 | 2
  className?: string
}

export function EmptyState({
  icon,
  title,
  description,
  action,
  tone = 'neutral',
  level = 2,
  className,
}: EmptyStateProps) {
  const Heading = `h${level}` as const
  return (
    <div className={cx('mx-auto flex max-w-md flex-col items-center gap-1 px-6 py-12 text-center', className)}>
      <IconTile icon={icon} size="lg" tone={tone} className="mb-3" />
      <Heading className="font-semibold text-base">{title}</Heading>
      <div className="text-muted text-sm">{description}</div>
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
