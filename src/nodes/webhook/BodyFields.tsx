import { useTranslation } from 'react-i18next'
import { SelectField } from '@/ui/SelectField'
import { DraftArea } from '../fields/DraftArea'
import type { PanelProps } from '../nodeView'
import { type WebhookData, webhookData } from './webhookData'

const kinds = webhookData.shape.body.shape.as.options

export function BodyFields({ data, onChange, context }: PanelProps<WebhookData>) {
  const { t } = useTranslation('node.webhook')
  const { body } = data
  return (
    <>
      <SelectField
        label={t('bodyAs')}
        disabled={context.readOnly}
        value={body.as}
        onChange={(as) => onChange({ ...data, body: { ...body, as } })}
        options={kinds.map((each) => ({ value: each, label: t(`bodyKinds.${each}`) }))}
      />
      <DraftArea
        label={t('body')}
        hint={t(body.as === 'json' ? 'jsonHint' : 'textHint')}
        mono
        rows={6}
        optional
        maxLength={50_000}
        disabled={context.readOnly}
        value={body.template}
        onCommit={(template) => onChange({ ...data, body: { ...body, template } })}
      />
    </>
  )
}
