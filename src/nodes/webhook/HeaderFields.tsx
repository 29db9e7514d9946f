import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/Button'
import { IconButton } from '@/ui/IconButton'
import { DraftField } from '../fields/DraftField'
import type { PanelProps } from '../nodeView'
import type { WebhookData } from './webhookData'

const MOST = 20

export function HeaderFields({ data, onChange, context }: PanelProps<WebhookData>) {
  const { t } = useTranslation('node.webhook')
  const { headers } = data
  const disabled = context.readOnly
  const commit = (next: WebhookData['headers']) => onChange({ ...data, headers: next })
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-2 font-medium text-sm">{t('headers')}</legend>
      {headers.map((header, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: headers have no identity but their place
        <div key={index} className="grid grid-cols-[1fr_1fr_auto] items-start gap-1">
          <DraftField
            label={t('headerName', { number: index + 1 })}
            hideLabel
            placeholder={t('headerNamePlaceholder')}
            maxLength={100}
            disabled={disabled}
            value={header.name}
            onCommit={(name) => commit(headers.with(index, { ...header, name: name.trim() }))}
          />
          <DraftField
            label={t('headerValue', { number: index + 1 })}
            hideLabel
            placeholder={t('headerValuePlaceholder')}
            maxLength={2000}
            disabled={disabled}
            value={header.value}
            onCommit={(value) => commit(headers.with(index, { ...header, value }))}
          />
          <IconButton
            label={t('removeHeader', { number: index + 1 })}
            icon={X}
            disabled={disabled}
            onClick={() => commit(headers.toSpliced(index, 1))}
          />
        </div>
      ))}
      <Button
        variant="quiet"
        size="sm"
        icon={Plus}
        className="self-start"
        disabled={disabled || headers.length >= MOST}
        onClick={() => commit([...headers, { name: '', value: '' }])}
      >
        {t('addHeader')}
      </Button>
    </fieldset>
  )
}
