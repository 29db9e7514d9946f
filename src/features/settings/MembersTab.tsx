import { useQuery } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusal, useWorkspace } from '@/data/currentWorkspace'
import { peopleQuery } from '@/data/members'
import { useErrorText } from '@/lib/useErrorText'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { SkeletonRows } from '@/ui/Skeleton'
import { InvitationsCard } from './InvitationsCard'
import { InviteDialog } from './InviteDialog'
import { MemberRow } from './MemberRow'

export function MembersTab() {
  const { t } = useTranslation('settings')
  const workspace = useWorkspace()
  const refusal = useRefusal('admin')
  const people = useQuery(peopleQuery(workspace.id))
  const errorText = useErrorText()
  const [inviting, setInviting] = useState(false)
  const owners = people.data?.filter((person) => person.role === 'owner').length ?? 0
  return (
    <div className="flex flex-col gap-6">
      <Card
        title={t('members.title')}
        description={t('members.description')}
        flush
        actions={
          <Button variant="primary" icon={UserPlus} disabledReason={refusal} onClick={() => setInviting(true)}>
            {t('invite.action')}
          </Button>
        }
      >
        {people.isPending && (
          <div className="px-5 pb-5">
            <SkeletonRows rows={3} />
          </div>
        )}
        {people.isError && <ErrorState description={errorText(people.error)} onRetry={people.refetch} />}
        {people.data && (
          <ul className="border-line border-t">
            {people.data.map((person) => (
              <MemberRow key={person.user_id} person={person} isLastOwner={person.role === 'owner' && owners === 1} />
            ))}
          </ul>
        )}
      </Card>
      {!refusal && <InvitationsCard />}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </div>
  )
}
