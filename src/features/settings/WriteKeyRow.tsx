import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusal, useWorkspaceId } from '@/data/currentWorkspace'
import { useRevokeWriteKey, type WriteKey } from '@/data/writeKeys'
import { formatAgo, formatDate, formatDateTime } from '@/lib/dates'
import { useLanguage } from '@/lib/useLanguage'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { CopyButton } from '@/ui/CopyButton'
import { IconButton } from '@/ui/IconButton'

const SHOWN_OF_HIDDEN = 7

export function WriteKeyRow({ writeKey }: { writeKey: WriteKey }) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const refusal = useRefusal('admin')
  const revoke = useRevokeWriteKey(useWorkspaceId())
  const [shown, setShown] = useState(false)
  const [asking, setAsking] = useState(false)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-5 py-2.5 last:border-b-0">
      <div className="min-w-56 flex-1">
        <p className="font-medium">{writeKey.name}</p>
        <p className="flex items-center gap-1 text-muted text-xs">
          <code dir="ltr" className="font-mono [overflow-wrap:anywhere]">
            {shown ? writeKey.key : `${writeKey.key.slice(0, SHOWN_OF_HIDDEN)}${'•'.repeat(12)}`}
          </code>
          <IconButton
            size="sm"
            label={shown ? t('keys.hide') : t('keys.show')}
            icon={shown ? EyeOff : Eye}
            onClick={() => setShown(!shown)}
          />
        </p>
      </div>
      <p className="text-muted text-xs">
        {t('keys.created', { date: formatDate(writeKey.created_at, language) })}
        <LastUse at={writeKey.last_used_at} />
      </p>
      <div className="flex gap-2">
        <CopyButton text={writeKey.key} />
        <Button size="sm" disabledReason={refusal} onClick={() => setAsking(true)}>
          {t('keys.revoke')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('keys.revokeTitle', { name: writeKey.name })}
        description={t('keys.revokeText')}
        confirmLabel={t('keys.revoke')}
        busy={revoke.isPending}
        onConfirm={() => revoke.mutate(writeKey.id, { onSettled: () => setAsking(false) })}
      />
    </li>
  )
}

/** Tells whether something still sends with the key, before it is revoked. */
function LastUse({ at }: { at: string | null }) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  if (at === null) return <span className="block">{t('keys.unused')}</span>
  return (
    <time dateTime={at} title={formatDateTime(at, language)} className="block">
      {t('keys.used', { ago: formatAgo(at, language) })}
    </time>
  )
}
