import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusal, useWorkspaceId } from '@/data/currentWorkspace'
import { type Suppression, useUnsuppress } from '@/data/suppressions'
import { formatDate } from '@/lib/dates'
import { useLanguage } from '@/lib/useLanguage'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { IconButton } from '@/ui/IconButton'

export function BlockedRow({ blocked: { address, because, at } }: { blocked: Suppression }) {
  const { t } = useTranslation('policy')
  const language = useLanguage()
  const refusal = useRefusal('editor')
  const unsuppress = useUnsuppress(useWorkspaceId())
  const [asking, setAsking] = useState(false)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b px-5 py-2.5 last:border-b-0">
      <div className="min-w-48 flex-1">
        <bdi className="font-medium [overflow-wrap:anywhere]">{address}</bdi>
        <p className="text-muted text-xs">
          {t(`blocked.because.${because}`)} · {formatDate(at, language)}
        </p>
      </div>
      <IconButton
        label={t('blocked.remove', { address })}
        icon={Trash2}
        disabledReason={refusal}
        onClick={() => setAsking(true)}
      />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('blocked.removeTitle', { address })}
        description={t('blocked.removeText')}
        confirmLabel={t('blocked.removeAction')}
        busy={unsuppress.isPending}
        onConfirm={() => unsuppress.mutate(address, { onSettled: () => setAsking(false) })}
      />
    </li>
  )
}
