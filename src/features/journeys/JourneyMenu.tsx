import { useNavigate } from '@tanstack/react-router'
import { Copy, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusal, useWorkspaceId } from '@/data/currentWorkspace'
import { type JourneySummary, useDuplicateJourney } from '@/data/journeys'
import { IconButton } from '@/ui/IconButton'
import { Menu, MenuItem } from '@/ui/Menu'
import { notify } from '@/ui/toasts'
import { DeleteJourneyDialog } from './DeleteJourneyDialog'
import { RenameJourneyDialog } from './RenameJourneyDialog'

/** What can be done with one journey of the list. */
export function JourneyMenu({ journey }: { journey: JourneySummary }) {
  const { t } = useTranslation('journeys')
  const [asking, setAsking] = useState<'rename' | 'delete'>()
  const refusal = useRefusal('editor')
  const duplicate = useDuplicate(journey)
  const close = () => setAsking(undefined)
  if (refusal !== null) return null
  const wasPublished = journey.live_version !== null
  return (
    <>
      <Menu align="end" trigger={<IconButton label={t('menu.label', { name: journey.name })} icon={Ellipsis} />}>
        <MenuItem icon={Pencil} onSelect={() => setAsking('rename')}>
          {t('menu.rename')}
        </MenuItem>
        <MenuItem icon={Copy} onSelect={duplicate}>
          {t('menu.duplicate')}
        </MenuItem>
        <MenuItem
          icon={Trash2}
          tone="danger"
          disabled={wasPublished}
          hint={wasPublished ? t('menu.deleteHint') : undefined}
          onSelect={() => setAsking('delete')}
        >
          {t('menu.delete')}
        </MenuItem>
      </Menu>
      {asking === 'rename' && <RenameJourneyDialog journey={journey} onClose={close} />}
      <DeleteJourneyDialog open={asking === 'delete'} journey={journey} onClose={close} />
    </>
  )
}

function useDuplicate({ id, name }: JourneySummary) {
  const { t } = useTranslation('journeys')
  const workspaceId = useWorkspaceId()
  const duplicate = useDuplicateJourney(workspaceId)
  const navigate = useNavigate()
  return () =>
    duplicate.mutate(
      { journeyId: id, name: t('copyName', { name }) },
      {
        onSuccess: (journeyId) =>
          notify({
            title: t('duplicated', { name }),
            tone: 'positive',
            action: {
              label: t('open'),
              onPress: () =>
                void navigate({ to: '/w/$workspaceId/journeys/$journeyId', params: { workspaceId, journeyId } }),
            },
          }),
      },
    )
}
