import { useTranslation } from 'react-i18next'
import { DurationField } from '../fields/DurationField'
import { OwnProblems } from '../fields/OwnProblems'
import { RuleFields } from '../fields/RuleFields'
import { RuleInWords } from '../fields/RuleInWords'
import type { PanelProps } from '../nodeView'
import type { WaitFor } from './waitData'

export function ConditionWaitFields({ data, onChange, problems, context }: PanelProps<WaitFor<'condition'>>) {
  const { t } = useTranslation('node.wait')
  return (
    <>
      <div className="flex flex-col gap-2">
        <RuleFields
          label={t('rule')}
          workspaceId={context.workspaceId}
          rule={data.rule}
          disabled={context.readOnly}
          onCommit={(rule) => onChange({ ...data, rule })}
        />
        <RuleInWords rule={data.rule} workspaceId={context.workspaceId} unfinished={t('problems.wait.emptyRule')} />
        <p className="text-muted text-xs">{t('ruleHint')}</p>
      </div>
      <OwnProblems type="wait" problems={problems} except={['wait.emptyRule']} />
      <DurationField
        label={t('atMost')}
        hint={t('atMostHint', { port: t('ports.timeout') })}
        disabled={context.readOnly}
        value={data.atMost}
        onCommit={(atMost) => onChange({ ...data, atMost })}
      />
    </>
  )
}
