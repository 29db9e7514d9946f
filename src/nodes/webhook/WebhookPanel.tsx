import { useTranslation } from 'react-i18next'
import { SelectField } from '@/ui/SelectField'
import { DraftField } from '../fields/DraftField'
import { NumberField } from '../fields/NumberField'
import { OwnProblems } from '../fields/OwnProblems'
import { readWholeNumber } from '../fields/oneUnitDuration'
import type { PanelProps } from '../nodeView'
import { AnswerFields } from './AnswerFields'
import { BodyFields } from './BodyFields'
import { HeaderFields } from './HeaderFields'
import { hasBody, type WebhookData, webhookData } from './webhookData'

const methods = webhookData.shape.method.options
const MOST_SECONDS = 30
const retries = [0, 1, 2, 3, 4, 5, 6, 7, 8].map(String)

export function WebhookPanel(props: PanelProps<WebhookData>) {
  const { t } = useTranslation('node.webhook')
  const { data, onChange, problems, context } = props
  const disabled = context.readOnly
  return (
    <div className="flex flex-col gap-5">
      <div className="grid grid-cols-[7rem_1fr] items-start gap-2">
        <SelectField
          label={t('method')}
          disabled={disabled}
          value={data.method}
          onChange={(method) => onChange({ ...data, method })}
          options={methods.map((each) => ({ value: each, label: each }))}
        />
        <DraftField
          label={t('url')}
          placeholder="https://"
          maxLength={2000}
          disabled={disabled}
          value={data.url}
          onCommit={(url) => onChange({ ...data, url: url.trim() })}
        />
      </div>
      <p className="-mt-3 text-muted text-xs">{t('urlHint')}</p>
      <OwnProblems type="webhook" problems={problems} />
      <HeaderFields {...props} />
      {hasBody(data) && <BodyFields {...props} />}
      <AnswerFields {...props} />
      <TryFields {...props} />
      <p className="text-muted text-xs">{t('signedHint')}</p>
    </div>
  )
}

function TryFields({ data, onChange, context }: PanelProps<WebhookData>) {
  const { t } = useTranslation('node.webhook')
  return (
    <div className="grid grid-cols-2 items-start gap-2">
      <SelectField
        label={t('retries')}
        hint={t('retriesHint')}
        disabled={context.readOnly}
        value={String(data.retries)}
        onChange={(next) => onChange({ ...data, retries: Number(next) })}
        options={retries.map((each) => ({ value: each, label: t('times', { count: Number(each) }) }))}
      />
      <NumberField
        label={t('seconds')}
        isWhole
        hint={t('secondsHint')}
        error={t('secondsError', { most: MOST_SECONDS })}
        disabled={context.readOnly}
        value={data.seconds}
        read={(text) => readWholeNumber(text, MOST_SECONDS)}
        onCommit={(seconds) => onChange({ ...data, seconds })}
      />
    </div>
  )
}
