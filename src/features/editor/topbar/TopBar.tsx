import { Link } from '@tanstack/react-router'
import { ArrowLeft, SlidersHorizontal } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { SavedJourney } from '@/data/journeys'
import { iconButtonStyle } from '@/ui/buttonStyle'
import { IconButton } from '@/ui/IconButton'
import { Tooltip } from '@/ui/Tooltip'
import { handleKey } from '../actions/handleKey'
import { NumbersSwitch } from '../numbers/NumbersSwitch'
import { useNumbersSearch } from '../numbers/useNumbersSearch'
import { PublishButton } from '../publish/PublishButton'
import { TryOutButton } from '../simulator/TryOutButton'
import { useEditor } from '../store/EditorContext'
import { HistoryButtons } from './HistoryButtons'
import { JourneyName } from './JourneyName'
import { ProblemList } from './ProblemList'
import { SaveStatus } from './SaveStatus'
import { StatusMenu } from './StatusMenu'
import { UnpublishedChanges } from './UnpublishedChanges'

export function TopBar({ saved, flush }: { saved: SavedJourney; flush: () => Promise<boolean> }) {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  const { store, world } = editor
  const { shown } = useNumbersSearch()
  const isDraft = !(shown && saved.live_version !== null)
  const edits = !world.readOnly && isDraft
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: undo and redo work from anywhere in the editor
    <header
      onKeyDown={(event) => handleKey(editor, event, { onCanvas: false })}
      className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-3 py-2"
    >
      <Tooltip text={t('bar.back')}>
        <Link
          to="/w/$workspaceId/journeys"
          params={{ workspaceId: world.workspaceId }}
          aria-label={t('bar.back')}
          className={iconButtonStyle()}
        >
          <ArrowLeft aria-hidden className="size-4 rtl:-scale-x-100" />
        </Link>
      </Tooltip>
      <JourneyName saved={saved} />
      <StatusMenu saved={saved} />
      {isDraft && <UnpublishedChanges saved={saved} />}
      {edits && <SaveStatus />}
      <div className="ms-auto flex flex-wrap items-center gap-2">
        {edits && <HistoryButtons />}
        {edits && <ProblemList />}
        {edits && (
          <IconButton
            label={t('settings.title')}
            icon={SlidersHorizontal}
            onClick={() => store.getState().openPanel('settings')}
          />
        )}
        {isDraft && <TryOutButton />}
        {saved.live_version !== null && <NumbersSwitch />}
        <PublishButton saved={saved} flush={flush} />
      </div>
    </header>
  )
}
