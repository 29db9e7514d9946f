import { ChevronDown, CircleStop, Pause, Play } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusal, useWorkspaceId } from '@/data/currentWorkspace'
import { type SavedJourney, useSetJourneyStatus } from '@/data/journeys'
import { Badge } from '@/ui/Badge'
import { Menu, MenuItem } from '@/ui/Menu'
import { statusTone } from '../publish/statusTone'
import { StopDialog } from './StopDialog'

/** Where the journey stands, and what can be done about it. */
export function StatusMenu({ saved }: { saved: SavedJourney }) {
  const { t } = useTranslation('editor')
  const refusal = useRefusal('editor')
  const [stopping, setStopping] = useState(false)
  const { id, status, live_version: version } = saved
  const setStatus = useSetJourneyStatus(useWorkspaceId(), id)
  const badge = (
    <Badge tone={statusTone[status]}>
      {version === null ? t(`status.${status}`) : t('status.withVersion', { status: t(`status.${status}`), version })}
    </Badge>
  )
  if (status === 'draft' || refusal !== null) return badge
  return (
    <>
      <Menu
        trigger={
          <button type="button" className="inline-flex items-center gap-1 rounded-sm">
            {badge}
            <span className="sr-only">{t('status.menu')}</span>
            <ChevronDown aria-hidden className="size-3.5 text-muted" />
          </button>
        }
      >
        {status === 'live' && (
          <MenuItem icon={Pause} hint={t('status.pauseHint')} onSelect={() => setStatus.mutate('pause')}>
            {t('status.pause')}
          </MenuItem>
        )}
        {status === 'paused' && (
          <MenuItem icon={Play} hint={t('status.resumeHint')} onSelect={() => setStatus.mutate('resume')}>
            {t('status.resume')}
          </MenuItem>
        )}
        <MenuItem icon={CircleStop} tone="danger" hint={t('status.stopHint')} onSelect={() => setStopping(true)}>
          {t('status.stop')}
        </MenuItem>
      </Menu>
      <StopDialog
        open={stopping}
        alreadyStopped={status === 'stopped'}
        busy={setStatus.isPending}
        onOpenChange={setStopping}
        onStop={(how) => setStatus.mutate(how, { onSuccess: () => setStopping(false) })}
      />
    </>
  )
}
