import { useTranslation } from 'react-i18next'
import { supabaseUrl } from '@/lib/supabase'
import { Card } from '@/ui/Card'
import { CodeBlock } from '@/ui/CodeBlock'
import { curlSnippet, nodeSnippet } from './sendingSnippets'

export function SendingExamples({ writeKey }: { writeKey: string | undefined }) {
  const { t } = useTranslation('settings')
  return (
    <Card title={t('examples.title')} description={t('examples.description')}>
      <div className="flex flex-col gap-4">
        <CodeBlock label={t('examples.curl')} code={curlSnippet(supabaseUrl, writeKey)} />
        <CodeBlock label={t('examples.node')} code={nodeSnippet(supabaseUrl, writeKey)} />
      </div>
    </Card>
  )
}
