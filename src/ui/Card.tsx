import { type ReactNode, useId } from 'react'
import { cx } from './cx'

export type CardProps = {
  title?: string
  description?: ReactNode
  actions?: ReactNode
  children?: ReactNode
  footer?: ReactNode
  /** Lets a table or list reach the edges. */
  flush?: boolean
  className?: string
}

export function Card({ title, description, actions, children, footer, flush, className }: CardProps) {
  const titleId = useId()
  return (
    <section
      aria-labelledby={title ? titleId : undefined}
      className={cx('min-w-0 rounded-lg border border-line bg-surface shadow-card', className)}
    >
      {title && (
        <header className="flex flex-wrap items-start gap-x-4 gap-y-3 px-5 pt-4 pb-3">
          <div className="min-w-48 flex-1">
            <h2 id={titleId} className="font-semibold text-base">
              {title}
            </h2>
            {description && <p className="mt-0.5 max-w-prose text-muted text-sm">{description}</p>}
          </div>
          {actions}
        </header>
      )}
      {children && <div className={cx(!flush && 'px-5 pb-5', !title && !flush && 'pt-5')}>{children}</div>}
      {footer && (
        <footer className="flex flex-wrap items-center justify-end gap-2 border-line border-t px-5 py-3">
          {footer}
        </footer>
      )}
    </section>
  )
}
