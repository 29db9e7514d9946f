import { useTranslation } from 'react-i18next'
import { CodeBlock } from '@/ui/CodeBlock'
import type { PanelProps } from '../nodeView'
import { KeyField } from './KeyField'
import type { TriggerOn } from './triggerData'

export function ApiFields({ data, onChange, context }: PanelProps<TriggerOn<'api'>>) {
  const { t } = useTranslation('node.trigger')
  const { key, ...rest } = data
  return (
    <>
      <CodeBlock label={t('apiCall')} code={callTo(context.journeyId)} />
      <p className="text-muted text-sm">{t('apiHint')}</p>
      <KeyField
        value={key}
        suggestions={[]}
        disabled={context.readOnly}
        onCommit={(next) => onChange(next === undefined ? rest : { ...rest, key: next })}
      />
    </>
  )
}

const callTo = (journeyId: string) =>
  `POST /functions/v1/ingest/v1/enter
Authorization: Basic <write key>:

{
  "journeyId": "${journeyId}",
  "userId": "u1",
  "messageId": "…",
  "data": { "total": 42.5 }
}`
