import { BlockedCard } from './BlockedCard'
import { ProvidersCard } from './ProvidersCard'
import { SendingRulesCard } from './SendingRulesCard'
import { TopicsCard } from './TopicsCard'

export function MessagesTab() {
  return (
    <div className="flex flex-col gap-6">
      <TopicsCard />
      <SendingRulesCard />
      <BlockedCard />
      <ProvidersCard />
    </div>
  )
}
