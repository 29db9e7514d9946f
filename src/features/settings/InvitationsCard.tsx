import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { type Invitation, invitationsQuery, useRevokeInvitation } from '@/data/invitations'
import { formatAgo } from '@/lib/dates'
import { useErrorText } from '@/lib/useErrorText'
import { useLanguage } from '@/lib/useLanguage'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { SkeletonRows } from '@/ui/Skeleton'

export function InvitationsCard() {
  const { t } = useTranslation('settings')
  const workspaceId = useWorkspaceId()
  const invitations = useQuery(invitationsQuery(workspaceId))
  const errorText = useErrorText()
  return (
    <Card title={t('invitations.title')} description={t('invitations.description')} flush>
      {invitations.isPending && (
        <div className="px-5 pb-5">
          <SkeletonRows rows={2} />
        </div>
      )}
      {invitations.isError && <ErrorState description={errorText(invitations.error)} onRetry={invitations.refetch} />}
      {invitations.data?.length === 0 && <p className="px-5 pb-5 text-muted text-sm">{t('invitations.none')}</p>}
      {invitations.data && invitations.data.length > 0 && (
        <ul className="border-line border-t">
          {invitations.data.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const revoke = useRevokeInvitation(useWorkspaceId())
  const isOver = new Date(invitation.expires_at).getTime() < Date.now()
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-5 py-2.5 last:border-b-0">
      <div className="min-w-48 flex-1">
        <bdi className="font-medium [overflow-wrap:anywhere]">{invitation.email}</bdi>
        <p className="text-muted text-xs">
          {isOver
            ? t('invitations.over', { ago: formatAgo(invitation.expires_at, language) })
            : t('invitations.until', { ago: formatAgo(invitation.expires_at, language) })}
        </p>
      </div>
      <Badge tone={isOver ? 'warning' : 'neutral'}>{t(`app:role.${invitation.role}`)}</Badge>
      <Button size="sm" busy={revoke.isPending} onClick={() => revoke.mutate(invitation.id)}>
        {t('invitations.revoke')}
      </Button>
    </li>
  )
}
