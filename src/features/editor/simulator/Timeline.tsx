import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Simulation } from '@/engine/simulate'
import type { PreviewContact } from '@/nodes/message/previewMessage'
import { useEditorState } from '../store/EditorContext'
import { OutcomeRow } from './OutcomeRow'
import { StepRow } from './StepRow'
import { WaitRow } from './WaitRow'

type TimelineProps = { simulation: Simulation & { do: 'ran' }; contact: PreviewContact; zone: string }

/** What has happened so far. New rows are read out. */
export function Timeline({ simulation, contact, zone }: TimelineProps) {
  const { t } = useTranslation('simulator')
  const shown = useEditorState((state) => state.shown)
  const { happenings, outcome } = simulation
  const rows = happenings.slice(0, shown)
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (shown > 0) list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  return (
    <section className="flex flex-col gap-3">
      <p className="text-muted text-xs">{shown === 0 ? t('ready') : t('zone', { zone })}</p>
      <div role="log" aria-label={t('timeline')}>
        <ol ref={list} className="flex flex-col gap-3">
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows come in order and never move
            <li key={index} className="scroll-mt-24">
              {row.do === 'wait' ? (
                <WaitRow wait={row} zone={zone} />
              ) : (
                <StepRow step={row.step} zone={zone} contact={contact} isLast={index === shown - 1} />
              )}
            </li>
          ))}
          {shown > happenings.length && (
            <li>
              <OutcomeRow outcome={outcome} last={simulation.steps.at(-1)} />
            </li>
          )}
        </ol>
      </div>
    </section>
  )
}
