import { useRefusal } from '@/data/currentWorkspace'
import { FailedCard } from './FailedCard'
import { StuckCard } from './StuckCard'
import { WorkCard } from './WorkCard'

export function OperationsTab() {
  const refusal = useRefusal('admin')
  if (refusal) return <p className="text-muted text-sm">{refusal}</p>
  return (
    <div className="flex flex-col gap-6">
      <WorkCard />
      <StuckCard />
      <FailedCard />
    </div>
  )
}
