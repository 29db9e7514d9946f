import { LocalesCard } from './LocalesCard'
import { WorkspaceCard } from './WorkspaceCard'

export function WorkspaceTab() {
  return (
    <div className="flex flex-col gap-6">
      <WorkspaceCard />
      <LocalesCard />
    </div>
  )
}
