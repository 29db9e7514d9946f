import { Lightbulb } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** Teaches when to use a kind of step, for those who ask. */
export function Guide({ type }: { type: string }) {
  const { t } = useTranslation('nodes')
  return (
    <details className="rounded-md border border-line px-3 py-2 text-sm">
      <summary className="font-medium">
        <Lightbulb aria-hidden className="me-1.5 inline size-4 text-muted" />
        {t('guide')}
      </summary>
      <p className="pt-2 text-muted">{t(`node.${type}:guide`)}</p>
    </details>
  )
}
