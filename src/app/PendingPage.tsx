import { Page } from '@/ui/Page'
import { Skeleton, SkeletonRows } from '@/ui/Skeleton'

export function PendingPage() {
  return (
    <Page>
      <Skeleton className="mb-8 h-7 w-48" />
      <SkeletonRows rows={6} className="h-12" />
    </Page>
  )
}
