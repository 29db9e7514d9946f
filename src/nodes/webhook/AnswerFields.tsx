import { useQuery } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { attributeNamesQuery } from '@/data/eventNames'
import { Button } from '@/ui/Button'
import { IconButton } from '@/ui/IconButton'
import { DraftField } from '../fields/DraftField'
import { SuggestField } from '../fields/SuggestField'
import type { PanelProps } from '../nodeView'
import type { WebhookData } from './webhookData'

const MOST = 20

/** Which values of the answer become attributes of the contact. */
export function AnswerFields({ data, onChange, context }: PanelProps<WebhookData>) {
  const { t } = useTranslation('node.webhook')
  const { data: attributes = [] } = useQuery(attributeNamesQuery(context.workspaceId))
  const { answer } = data
  const disabled = context.readOnly
  const commit = (next: WebhookData['answer']) => onChange({ ...data, answer: next })
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-medium text-sm">{t('answer')}</legend>
      <p className="text-muted text-xs">{t('answerHint')}</p>
      {answer.map((mapping, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: mappings have no identity but their place
        <div key={index} className="grid grid-cols-[1fr_1fr_auto] items-start gap-1">
          <DraftField
            label={t('path', { number: index + 1 })}
            hideLabel
            placeholder="data.code"
            maxLength={200}
            disabled={disabled}
            value={mapping.path}
            onCommit={(path) => commit(answer.with(index, { ...mapping, path: path.trim() }))}
          />
          <SuggestField
            label={t('attribute', { number: index + 1 })}
            hideLabel
            placeholder={t('attributePlaceholder')}
            disabled={disabled}
            value={mapping.attribute}
            suggestions={attributes}
            onCommit={(attribute) => commit(answer.with(index, { ...mapping, attribute }))}
          />
          <IconButton
            label={t('removeAnswer', { number: index + 1 })}
            icon={X}
            disabled={disabled}
            onClick={() => commit(answer.toSpliced(index, 1))}
          />
        </div>
      ))}
      <Button
        variant="quiet"
        size="sm"
        icon={Plus}
        className="self-start"
        disabled={disabled || answer.length >= MOST}
        onClick={() => commit([...answer, { path: '', attribute: '' }])}
      >
        {t('addAnswer')}
      </Button>
    </fieldset>
  )
}
