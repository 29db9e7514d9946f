import { UserMinus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Contact } from '@/data/contacts'
import { useRefusal, useWorkspaceId } from '@/data/currentWorkspace'
import { useChangeList } from '@/data/memberships'
import { IconButton } from '@/ui/IconButton'
import { notify } from '@/ui/toasts'
import { contactName } from './contactName'

type RemoveFromListProps = { list: { id: string; name: string }; contact: Contact }

export function RemoveFromList({ list, contact }: RemoveFromListProps) {
  const { t } = useTranslation('segments')
  const change = useChangeList(useWorkspaceId())
  const name = contactName(contact)
  const say = (isMember: boolean, onSuccess?: () => void) =>
    change.mutate({ listId: list.id, contactId: contact.id, isMember }, { ...(onSuccess && { onSuccess }) })
  if (useRefusal('editor') !== null) return null
  return (
    <IconButton
      label={t('members.remove', { name })}
      icon={UserMinus}
      size="sm"
      disabled={change.isPending}
      onClick={() =>
        say(false, () =>
          notify({
            title: t('members.removed', { name, list: list.name }),
            action: { label: t('undo'), onPress: () => say(true) },
          }),
        )
      }
    />
  )
}
