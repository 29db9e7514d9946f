import { useTranslation } from 'react-i18next'
import type { Step } from '@/engine/runUntilWaiting'
import type { SimulatedOutcome } from '@/engine/simulate'
import { reasonText } from '@/nodes/nodeText'
import { Notice } from '@/ui/Notice'

/** Where the contact came to. A step that ends the journey has already said so. */
export function OutcomeRow({ outcome, last }: { outcome: SimulatedOutcome; last: Step | undefined }) {
  const { t, i18n } = useTranslation('simulator')
  const speech = { t, exists: (key: string) => i18n.exists(key), language: i18n.language }
  switch (outcome.do) {
    case 'end':
      return (
        <Notice tone="positive">
          {last?.port === undefined ? t('over') : t('ends', { reason: reasonText(speech, '', outcome.because) })}
        </Notice>
      )
    case 'park':
      return <Notice>{t('stillThere')}</Notice>
    case 'tooLong':
      return <Notice tone="warning">{t('tooLong')}</Notice>
    case 'failed':
      return (
        <Notice tone="danger">
          {t('failed')} <bdi>{outcome.error}</bdi>
        </Notice>
      )
  }
}
