import { SlidersHorizontal } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { setSettings } from '@/engine/edit/setSettings'
import type { JourneySettings } from '@/engine/journey'
import { IconTile } from '@/ui/IconTile'
import { JourneyLimits } from '../limits/JourneyLimits'
import { SidePanel } from '../panel/SidePanel'
import { useEditor, useEditorState } from '../store/EditorContext'
import { ExitFields } from './ExitFields'
import { GoalFields } from './GoalFields'
import { HoldoutFields } from './HoldoutFields'
import { PriorityFields } from './PriorityFields'
import { ReentryFields } from './ReentryFields'

/** Who may enter again, what counts as success, what ends the journey early, and who is kept out. */
export function SettingsPanel() {
  const { t } = useTranslation('editor')
  const { store } = useEditor()
  const settings = useEditorState(({ journey }) => journey.settings)
  const onChange = (change: Partial<JourneySettings>) =>
    store
      .getState()
      .edit({ code: 'settings', key: Object.keys(change).join() }, (journey) =>
        setSettings(journey, withoutNothing({ ...journey.settings, ...change })),
      )
  return (
    <SidePanel
      label={t('settings.title')}
      header={
        <>
          <IconTile icon={SlidersHorizontal} />
          <div className="min-w-0 flex-1">
            <h2 className="font-semibold text-base">{t('settings.title')}</h2>
            <p className="text-muted text-sm">{t('settings.description')}</p>
          </div>
        </>
      }
    >
      <ReentryFields settings={settings} onChange={onChange} />
      <GoalFields settings={settings} onChange={onChange} />
      <ExitFields settings={settings} onChange={onChange} />
      <HoldoutFields settings={settings} onChange={onChange} />
      <PriorityFields settings={settings} onChange={onChange} />
      <JourneyLimits className="border-line border-t pt-4" />
    </SidePanel>
  )
}

/** What is not set is not there, rather than there and empty. */
function withoutNothing({ goal, ...rest }: JourneySettings): JourneySettings {
  return goal ? { ...rest, goal } : rest
}
