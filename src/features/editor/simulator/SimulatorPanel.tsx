import { FlaskConical } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { firstZone } from '@/engine/zone'
import { useErrorText } from '@/lib/useErrorText'
import { IconTile } from '@/ui/IconTile'
import { Notice } from '@/ui/Notice'
import { SidePanel } from '../panel/SidePanel'
import { useEditor, useEditorState } from '../store/EditorContext'
import { ProblemRows } from '../topbar/ProblemRows'
import { Controls } from './Controls'
import { Timeline } from './Timeline'
import { TrialForm } from './TrialForm'
import { useSimulation } from './useSimulation'
import { useTried } from './useTried'

/** One contact's way through the draft as it is now, worked out here: nothing of it is stored or sent. */
export function SimulatorPanel() {
  const { t } = useTranslation('simulator')
  const { world } = useEditor()
  const errorText = useErrorText()
  const { picked, tried, error } = useTried()
  useSimulation(tried)
  const simulation = useEditorState((state) => state.simulation)
  return (
    <SidePanel
      label={t('title')}
      header={
        <>
          <IconTile icon={FlaskConical} />
          <div className="min-w-0 flex-1">
            <h2 className="font-semibold text-base">{t('title')}</h2>
            <p className="text-muted text-sm">{t('description')}</p>
          </div>
        </>
      }
    >
      <TrialForm picked={picked} tried={tried} />
      {error && <Notice tone="danger">{errorText(error)}</Notice>}
      {simulation?.do === 'cannotRun' && (
        <section className="flex flex-col gap-3">
          <Notice tone="danger">{t('blocked')}</Notice>
          <ProblemRows problems={simulation.problems} onOpen={() => undefined} />
        </section>
      )}
      {simulation?.do === 'ran' && (
        <>
          <Controls simulation={simulation} />
          <Timeline
            simulation={simulation}
            contact={picked.contact}
            zone={firstZone(picked.contact.time_zone, world.zone)}
          />
        </>
      )}
    </SidePanel>
  )
}
