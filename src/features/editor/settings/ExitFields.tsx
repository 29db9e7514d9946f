import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { JourneySettings } from '@/engine/journey'
import { Button } from '@/ui/Button'
import { Checkbox } from '@/ui/Checkbox'
import { useEditor } from '../store/EditorContext'
import { ExitRuleFields } from './ExitRuleFields'
import type { SettingsFieldsProps } from './settingsFields'

type Exit = JourneySettings['exit'][number]
export type WrittenExit = Extract<Exit, { on: 'event' | 'rule' }>

/** What ends a contact's journey wherever they stand in it. */
export function ExitFields({ settings: { exit, goal }, onChange }: SettingsFieldsProps) {
  const { t } = useTranslation('editor')
  const { readOnly } = useEditor().world
  const written = exit.filter((rule): rule is WrittenExit => rule.on === 'event' || rule.on === 'rule')
  const has = (on: Exit['on']) => exit.some((rule) => rule.on === on)
  // Those that are written come first, so that their numbers are those of the problems.
  const change = ({ rules = written, atGoal = has('goal'), unsubscribed = has('unsubscribed') }) =>
    onChange({
      exit: [...rules, ...(atGoal ? [{ on: 'goal' as const }] : []), ...(unsubscribed ? [leaving] : [])],
    })
  return (
    <section className="flex flex-col gap-3 border-line border-t pt-4">
      <div>
        <h3 className="font-medium text-sm">{t('settings.exit')}</h3>
        <p className="text-muted text-xs">{t('settings.exitHint')}</p>
      </div>
      <Checkbox
        label={t('settings.exitAtGoal')}
        hint={goal ? undefined : t('settings.exitAtGoalNeeds')}
        checked={has('goal')}
        disabled={readOnly || !goal}
        onChange={(atGoal) => change({ atGoal })}
      />
      <Checkbox
        label={t('settings.exitUnsubscribed')}
        hint={t('settings.exitUnsubscribedHint')}
        checked={has('unsubscribed')}
        disabled={readOnly}
        onChange={(unsubscribed) => change({ unsubscribed })}
      />
      {written.map((rule, index) => (
        <ExitRuleFields
          // biome-ignore lint/suspicious/noArrayIndexKey: rules have no names, and their fields keep nothing once left
          key={index}
          rule={rule}
          number={index + 1}
          onChange={(changed) => change({ rules: written.with(index, changed) })}
          onRemove={() => change({ rules: written.toSpliced(index, 1) })}
        />
      ))}
      {!readOnly && (
        <div className="flex flex-wrap gap-2">
          <Button icon={Plus} size="sm" onClick={() => change({ rules: [...written, freshEvent] })}>
            {t('settings.exitAdd')}
          </Button>
          <Button icon={Plus} size="sm" onClick={() => change({ rules: [...written, freshRule] })}>
            {t('settings.exitAddRule')}
          </Button>
        </div>
      )}
    </section>
  )
}

const leaving = { on: 'unsubscribed' } as const
const freshEvent: WrittenExit = { on: 'event', event: { name: '', where: [] } }
const freshRule: WrittenExit = { on: 'rule', rule: { all: [] }, when: 'becomesTrue' }
