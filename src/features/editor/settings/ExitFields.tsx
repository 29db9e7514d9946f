import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EventFields } from '@/nodes/fields/EventFields'
import { Button } from '@/ui/Button'
import { Checkbox } from '@/ui/Checkbox'
import { IconButton } from '@/ui/IconButton'
import { useEditor } from '../store/EditorContext'
import type { SettingsFieldsProps } from './settingsFields'

/** What ends a contact's journey wherever they stand in it. */
export function ExitFields({ settings: { exit, goal }, onChange }: SettingsFieldsProps) {
  const { t } = useTranslation('editor')
  const { workspaceId, readOnly } = useEditor().world
  const events = exit.filter((rule) => rule.on === 'event')
  const atGoal = exit.filter((rule) => rule.on === 'goal')
  return (
    <section className="flex flex-col gap-3 border-line border-t pt-4">
      <div>
        <h3 className="font-medium text-sm">{t('settings.exit')}</h3>
        <p className="text-muted text-xs">{t('settings.exitHint')}</p>
      </div>
      <Checkbox
        label={t('settings.exitAtGoal')}
        hint={goal ? undefined : t('settings.exitAtGoalNeeds')}
        checked={atGoal.length > 0}
        disabled={readOnly || !goal}
        onChange={(on) => onChange({ exit: [...(on ? [{ on: 'goal' as const }] : []), ...events] })}
      />
      {events.map((rule, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rules have no names, and their fields keep nothing once left
        <div key={index} className="flex items-start gap-2 rounded-md border border-line p-3">
          <div className="min-w-0 flex-1">
            <EventFields
              label={t('settings.exitEvent', { number: index + 1 })}
              workspaceId={workspaceId}
              event={rule.event}
              error={rule.event.name === '' ? t('problem.exitNoEvent', { number: index + 1 }) : undefined}
              disabled={readOnly}
              onCommit={(event) => onChange({ exit: [...atGoal, ...events.with(index, { on: 'event', event })] })}
            />
          </div>
          {!readOnly && (
            <IconButton
              label={t('settings.exitRemove', { number: index + 1 })}
              icon={Trash2}
              onClick={() => onChange({ exit: [...atGoal, ...events.toSpliced(index, 1)] })}
            />
          )}
        </div>
      ))}
      {!readOnly && (
        <Button
          icon={Plus}
          size="sm"
          className="self-start"
          onClick={() => onChange({ exit: [...exit, { on: 'event', event: { name: '', where: [] } }] })}
        >
          {t('settings.exitAdd')}
        </Button>
      )}
    </section>
  )
}
