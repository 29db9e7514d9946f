import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EventFields } from '@/nodes/fields/EventFields'
import { RuleFields } from '@/nodes/fields/RuleFields'
import { RuleInWords } from '@/nodes/fields/RuleInWords'
import { IconButton } from '@/ui/IconButton'
import { SelectField } from '@/ui/SelectField'
import { useEditor } from '../store/EditorContext'
import type { WrittenExit } from './ExitFields'

type FieldsProps<Exit extends WrittenExit> = { rule: Exit; number: number; onChange: (rule: Exit) => void }

/** One event or rule that ends the journey. */
export function ExitRuleFields({
  onRemove,
  rule,
  number,
  onChange,
}: FieldsProps<WrittenExit> & { onRemove: () => void }) {
  const { t } = useTranslation('editor')
  const { readOnly } = useEditor().world
  return (
    <section
      aria-label={t('settings.exitRule', { number })}
      className="flex flex-col gap-3 rounded-md border border-line p-3"
    >
      <div className="flex items-center gap-2">
        <h4 className="min-w-0 flex-1 font-medium text-sm">{t('settings.exitRule', { number })}</h4>
        {!readOnly && (
          <IconButton label={t('settings.exitRemove', { number })} icon={Trash2} size="sm" onClick={onRemove} />
        )}
      </div>
      {rule.on === 'event' ? (
        <ByEvent rule={rule} number={number} onChange={onChange} />
      ) : (
        <ByRule rule={rule} number={number} onChange={onChange} />
      )}
    </section>
  )
}

function ByEvent({ rule, number, onChange }: FieldsProps<Extract<WrittenExit, { on: 'event' }>>) {
  const { t } = useTranslation('editor')
  const { workspaceId, readOnly } = useEditor().world
  return (
    <EventFields
      label={t('settings.exitEvent', { number })}
      workspaceId={workspaceId}
      event={rule.event}
      error={rule.event.name === '' ? t('problem.exitNoEvent', { number }) : undefined}
      disabled={readOnly}
      onCommit={(event) => onChange({ on: 'event', event })}
    />
  )
}

const ways = ['becomesTrue', 'stopsBeingTrue'] as const

function ByRule({ rule: exit, number, onChange }: FieldsProps<Extract<WrittenExit, { on: 'rule' }>>) {
  const { t } = useTranslation('editor')
  const { workspaceId, readOnly } = useEditor().world
  return (
    <>
      <SelectField
        label={t('settings.exitWhen', { number })}
        hint={t(`settings.exitOnHint.${exit.when}`)}
        disabled={readOnly}
        value={exit.when}
        onChange={(when) => onChange({ ...exit, when })}
        options={ways.map((value) => ({ value, label: t(`settings.exitOn.${value}`) }))}
      />
      <RuleFields
        label={t('settings.exitRuleItself')}
        workspaceId={workspaceId}
        rule={exit.rule}
        disabled={readOnly}
        onCommit={(rule) => onChange({ ...exit, rule })}
      />
      <RuleInWords rule={exit.rule} workspaceId={workspaceId} unfinished={t('settings.exitRuleUnfinished')} />
    </>
  )
}
