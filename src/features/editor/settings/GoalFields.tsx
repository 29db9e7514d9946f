import { useTranslation } from 'react-i18next'
import type { JourneySettings } from '@/engine/journey'
import { DurationField } from '@/nodes/fields/DurationField'
import { EventFields } from '@/nodes/fields/EventFields'
import { NumberField } from '@/nodes/fields/NumberField'
import { readNumber } from '@/nodes/fields/readNumber'
import { Switch } from '@/ui/Switch'
import { useEditor } from '../store/EditorContext'
import type { SettingsFieldsProps } from './settingsFields'
import { ValueFields } from './ValueFields'

type Goal = NonNullable<JourneySettings['goal']>

/** One to a hundred, and nothing else. */
function readTimes(text: string): number | undefined {
  const count = readNumber(text, { least: 1, most: 100 })
  return Number.isInteger(count) ? count : undefined
}

const fresh: Goal = { event: { name: '', where: [] }, within: 'P30D' }

export function GoalFields({ settings: { goal, exit }, onChange }: SettingsFieldsProps) {
  const { t } = useTranslation('editor')
  return (
    <section className="flex flex-col gap-3 border-line border-t pt-4">
      <Switch
        label={<span className="font-medium">{t('settings.goal')}</span>}
        hint={t('settings.goalHint')}
        checked={goal !== undefined}
        disabled={useEditor().world.readOnly}
        onChange={(on) =>
          onChange(on ? { goal: fresh } : { goal: undefined, exit: exit.filter((rule) => rule.on !== 'goal') })
        }
      />
      {goal && <GoalForm goal={goal} onChange={(changed) => onChange({ goal: changed })} />}
    </section>
  )
}

function GoalForm({ goal, onChange }: { goal: Goal; onChange: (goal: Goal) => void }) {
  const { t } = useTranslation('editor')
  const { workspaceId, readOnly } = useEditor().world
  return (
    <>
      <EventFields
        label={t('settings.goalEvent')}
        workspaceId={workspaceId}
        event={goal.event}
        error={goal.event.name === '' ? t('problem.goalNoEvent') : undefined}
        disabled={readOnly}
        onCommit={(event) => onChange({ ...goal, event })}
      />
      <NumberField
        label={t('settings.goalTimes')}
        hint={t('settings.goalTimesHint')}
        value={goal.times ?? 1}
        read={readTimes}
        error={t('settings.goalTimesError')}
        isWhole
        disabled={readOnly}
        onCommit={(count) => {
          const { times: _, ...rest } = goal
          onChange(count > 1 ? { ...rest, times: count } : rest)
        }}
      />
      <DurationField
        label={t('settings.goalWithin')}
        hint={t('settings.goalWithinHint')}
        value={goal.within}
        disabled={readOnly}
        onCommit={(within) => onChange({ ...goal, within })}
      />
      <ValueFields
        value={goal.value}
        eventName={goal.event.name}
        onChange={(value) => {
          const { value: _, ...rest } = goal
          onChange(value ? { ...rest, value } : rest)
        }}
      />
    </>
  )
}
