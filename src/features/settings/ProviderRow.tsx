import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { callbackAddress, type StoredProvider, useRemoveProvider, useUseProvider } from '@/data/providers'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { CopyButton } from '@/ui/CopyButton'
import { IconButton } from '@/ui/IconButton'
import { notify } from '@/ui/toasts'
import { ProviderTest } from './ProviderTest'

type ProviderRowProps = { provider: StoredProvider; onEdit: () => void }

export function ProviderRow({ provider, onEdit }: ProviderRowProps) {
  const { t } = useTranslation('providers')
  const use = useUseProvider(useWorkspaceId())
  const [asking, setAsking] = useState(false)
  const { id, kind, name, settings, is_default: isInUse } = provider
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-5 py-3 last:border-b-0">
      <div className="min-w-48 flex-1">
        <p className="flex flex-wrap items-center gap-x-2.5">
          <bdi className="font-medium">{name}</bdi>
          {isInUse && <Badge tone="positive">{t('inUse')}</Badge>}
        </p>
        <p className="flex flex-wrap gap-x-2 text-muted text-xs">
          <span>{t(`kinds.${kind}`)}</span>
          <bdi dir="ltr" className="[overflow-wrap:anywhere]">
            {settings.from}
          </bdi>
        </p>
      </div>
      <div className="flex flex-wrap gap-1">
        <Button size="sm" busy={use.isPending} onClick={() => use.mutate(isInUse ? undefined : id)}>
          {isInUse ? t('stop') : t('use')}
        </Button>
        <IconButton label={t('edit', { name })} icon={Pencil} onClick={onEdit} />
        <IconButton label={t('remove', { name })} icon={Trash2} onClick={() => setAsking(true)} />
      </div>
      <ProviderTest provider={provider} />
      <Callback provider={provider} />
      <RemoveProvider provider={provider} open={asking} onOpenChange={setAsking} />
    </li>
  )
}

/** Where the provider reports to, for whoever sets it up there. */
function Callback({ provider }: { provider: StoredProvider }) {
  const { t } = useTranslation('providers')
  const address = callbackAddress(useWorkspaceId(), provider)
  if (address === undefined) return null
  return (
    <div className="flex basis-full flex-wrap items-center gap-x-3 gap-y-1">
      <div className="min-w-48 flex-1 text-xs">
        <p className="font-medium">{t('callback')}</p>
        <code dir="ltr" className="font-mono [overflow-wrap:anywhere]">
          {address}
        </code>
        <p className="text-muted">{t('callbackHint')}</p>
      </div>
      <CopyButton text={address} />
    </div>
  )
}

type RemoveProviderProps = { provider: StoredProvider; open: boolean; onOpenChange: (open: boolean) => void }

function RemoveProvider({ provider, open, onOpenChange }: RemoveProviderProps) {
  const { t } = useTranslation('providers')
  const remove = useRemoveProvider(useWorkspaceId())
  const { id, name, is_default: isInUse } = provider
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('removeTitle', { name })}
      description={isInUse ? t('removeInUse') : t('removeText')}
      confirmLabel={t('removeAction')}
      busy={remove.isPending}
      onConfirm={() =>
        remove.mutate(id, {
          onSuccess: () => notify({ title: t('removed', { name }) }),
          onSettled: () => onOpenChange(false),
        })
      }
    />
  )
}
