import type { ReactNode } from 'react'

export type PageHeaderProps = {
  title: ReactNode
  description?: ReactNode
  /** What stands before the title, such as a breadcrumb. */
  above?: ReactNode
  actions?: ReactNode
}

export function PageHeader({ title, description, above, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-end gap-x-6 gap-y-4 pb-6">
      <div className="min-w-0 flex-1 basis-72">
        {above && <div className="pb-2">{above}</div>}
        <h1 className="font-semibold text-xl tracking-tight [overflow-wrap:anywhere]">{title}</h1>
        {description && <p className="mt-1 max-w-prose text-muted text-sm">{description}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  )
}
