import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusal, useWorkspaceId } from '@/data/currentWorkspace'
import { sameJson } from '@/data/sameJson'
import { type SendingRules, sendingRulesQuery, useSetSendingRules } from '@/data/sendingPolicy'
import { useErrorText } from '@/lib/useErrorText'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { Notice } from '@/ui/Notice'
import { SkeletonRows } from '@/ui/Skeleton'
import { notify } from '@/ui/toasts'
import { CapFields } from './CapFields'
import { QuietHoursFields } from './QuietHoursFields'

export function SendingRulesCard() {
  const { t } = useTranslation('policy')
  const rules = useQuery(sendingRulesQuery(useWorkspaceId()))
  const errorText = useErrorText()
  if (rules.data) return <RulesForm key={JSON.stringify(rules.data)} saved={rules.data} />
  return (
    <Card title={t('rules.title')} description={t('rules.description')}>
      {rules.isError ? (
        <ErrorState description={errorText(rules.error)} onRetry={rules.refetch} />
      ) : (
        <SkeletonRows rows={3} />
      )}
    </Card>
  )
}

function RulesForm({ saved }: { saved: SendingRules }) {
  const { t } = useTranslation('policy')
  const refusal = useRefusal('editor')
  const errorText = useErrorText()
  const set = useSetSendingRules(useWorkspaceId())
  const [rules, setRules] = useState(saved)
  const { quietHours, caps } = rules
  const isUsable = quietHours?.from !== quietHours?.to || quietHours === null
  const disabled = refusal !== null
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (isUsable) set.mutate(rules, { onSuccess: () => notify({ tone: 'positive', title: t('rules.saved') }) })
      }}
    >
      <Card
        title={t('rules.title')}
        description={t('rules.description')}
        footer={
          <Button
            type="submit"
            variant="primary"
            busy={set.isPending}
            disabled={sameJson(rules, saved) && !refusal}
            disabledReason={refusal}
          >
            {t('rules.save')}
          </Button>
        }
      >
        <div className="flex flex-col gap-6">
          {set.error && <Notice tone="danger">{errorText(set.error)}</Notice>}
          <QuietHoursFields
            value={quietHours}
            onChange={(next) => setRules({ ...rules, quietHours: next })}
            disabled={disabled}
            error={isUsable ? undefined : t('rules.quietError')}
          />
          <CapFields caps={caps} onChange={(next) => setRules({ ...rules, caps: next })} disabled={disabled} />
        </div>
      </Card>
    </form>
  )
}
