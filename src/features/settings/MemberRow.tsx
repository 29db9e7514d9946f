import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { UserMinus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusal, useWorkspace } from '@/data/currentWorkspace'
import { type Person, useChangeRole, useRemoveMember } from '@/data/members'
import { isAtLeast, roles } from '@/data/role'
import { sessionQuery } from '@/data/session'
import { formatDate } from '@/lib/dates'
import { useLanguage } from '@/lib/useLanguage'
import { Badge } from '@/ui/Badge'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { IconButton } from '@/ui/IconButton'
import { SelectField } from '@/ui/SelectField'

export function MemberRow({ person, isLastOwner }: { person: Person; isLastOwner: boolean }) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const workspace = useWorkspace()
  const refusal = useRefusal(person.role === 'owner' ? 'owner' : 'admin')
  const navigate = useNavigate()
  const { data: session } = useQuery(sessionQuery)
  const changeRole = useChangeRole(workspace.id)
  const remove = useRemoveMember(workspace.id)
  const [asking, setAsking] = useState(false)

  const isMe = session?.user.id === person.user_id
  const iOutrank = isAtLeast(workspace.role, 'admin') && isAtLeast(workspace.role, person.role)
  const mayChange = iOutrank && !isLastOwner
  const whyNotRemove = isLastOwner ? t('members.lastOwner') : iOutrank || isMe ? null : refusal

  const leave = () =>
    remove.mutate(person.user_id, {
      onSuccess: () => isMe && navigate({ to: '/' }),
      onSettled: () => setAsking(false),
    })

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-5 py-2.5 last:border-b-0">
      <div className="min-w-48 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <bdi className="font-medium [overflow-wrap:anywhere]">{person.email}</bdi>
          {isMe && <Badge>{t('members.you')}</Badge>}
        </p>
        <p className="text-muted text-xs">{t('members.since', { date: formatDate(person.created_at, language) })}</p>
      </div>
      <div className="flex items-center gap-2">
        <SelectField
          hideLabel
          className="w-40"
          label={t('members.roleOf', { email: person.email })}
          disabled={!mayChange || changeRole.isPending}
          value={person.role}
          onChange={(newRole) => changeRole.mutate({ userId: person.user_id, newRole })}
          options={roles
            .toReversed()
            .filter((role) => role === person.role || isAtLeast(workspace.role, role))
            .map((role) => ({ value: role, label: t(`app:role.${role}`) }))}
        />
        <IconButton
          label={isMe ? t('members.leave') : t('members.remove', { email: person.email })}
          icon={UserMinus}
          disabledReason={whyNotRemove}
          onClick={() => setAsking(true)}
        />
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={
          isMe
            ? t('members.leaveTitle', { workspace: workspace.name })
            : t('members.removeTitle', { email: person.email })
        }
        description={isMe ? t('members.leaveText') : t('members.removeText')}
        confirmLabel={isMe ? t('members.leaveAction') : t('members.removeAction')}
        busy={remove.isPending}
        onConfirm={leave}
      />
    </li>
  )
}
