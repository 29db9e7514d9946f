import { useTranslation } from 'react-i18next'
import { Skeleton } from '@/ui/Skeleton'

export function EditorSkeleton() {
  const { t } = useTranslation('ui')
  return (
    <div role="status" aria-label={t('loading')} className="flex flex-1 flex-col">
      <div className="flex h-14 items-center gap-3 border-line border-b px-4">
        <Skeleton className="h-5 w-48" />
        <Skeleton className="ms-auto h-8 w-24" />
      </div>
      <div className="flex flex-1 flex-col items-center gap-14 bg-canvas pt-14">
        <Skeleton className="h-19 w-66 rounded-lg" />
        <Skeleton className="h-19 w-66 rounded-lg" />
        <Skeleton className="h-19 w-66 rounded-lg" />
      </div>
    </div>
  )
}
