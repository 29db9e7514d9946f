import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx'

const looks = {
  info: { icon: Info, style: 'bg-subtle text-muted' },
  positive: { icon: CircleCheck, style: 'bg-positive-soft text-positive' },
  warning: { icon: TriangleAlert, style: 'bg-warning-soft text-warning' },
  danger: { icon: CircleAlert, style: 'bg-danger-soft text-danger' },
}

export type NoticeProps = {
  tone?: keyof typeof looks
  children: ReactNode
  action?: ReactNode
  className?: string
}

/** A sentence in the flow of the page that must not be missed. */
export function Notice({ tone = 'info', children, action, className }: NoticeProps) {
  const { icon: Icon, style } = looks[tone]
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={cx(
        'flex flex-wrap items-start gap-x-2.5 gap-y-2 rounded-md px-3.5 py-2.5 text-sm forced-colors:border',
        style,
        className,
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1 text-ink">{children}</div>
      {action}
    </div>
  )
}
