import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '@/ui/IconButton'

type PagerProps = { page: number; hasMore: boolean; onPage: (page: number) => void }

export function Pager({ page, hasMore, onPage }: PagerProps) {
  const { t } = useTranslation('contacts')
  if (page === 1 && !hasMore) return null
  return (
    <nav aria-label={t('pages')} className="mt-4 flex items-center justify-end gap-2 text-muted text-sm">
      <span aria-live="polite">{t('page', { page })}</span>
      <IconButton
        variant="secondary"
        mirrored
        icon={ChevronLeft}
        label={t('previous')}
        disabled={page === 1}
        onClick={() => onPage(page - 1)}
      />
      <IconButton
        variant="secondary"
        mirrored
        icon={ChevronRight}
        label={t('next')}
        disabled={!hasMore}
        onClick={() => onPage(page + 1)}
      />
    </nav>
  )
}
