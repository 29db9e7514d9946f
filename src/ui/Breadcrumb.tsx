import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** Links from the outside in; the last item is where one is. */
export function Breadcrumb({ items }: { items: readonly { id: string; content: ReactNode }[] }) {
  const { t } = useTranslation('ui')
  return (
    <nav aria-label={t('breadcrumb')}>
      <ol className="flex flex-wrap items-center gap-1 text-muted text-sm [&_a:hover]:text-ink [&_a]:rounded-xs">
        {items.map((item, index) => (
          <li key={item.id} className="flex min-w-0 items-center gap-1">
            {index > 0 && <ChevronRight aria-hidden className="size-3.5 rtl:-scale-x-100" />}
            <span className="truncate" aria-current={index === items.length - 1 ? 'page' : undefined}>
              {item.content}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  )
}
