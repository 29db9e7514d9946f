import { useTranslation } from 'react-i18next'
import type { Happening } from '@/engine/simulate'
import { Row } from './Row'
import { instantText } from './wallTime'

type WaitRowProps = { wait: Happening & { do: 'wait' }; zone: string }

export function WaitRow({ wait, zone }: WaitRowProps) {
  const { t, i18n } = useTranslation('simulator')
  const instant = instantText(wait.wakeAt, { zone, language: i18n.language })
  return (
    <Row nodeId={wait.nodeId} at={wait.since} zone={zone}>
      <p className="text-muted">
        {wait.awaits.length === 0 ? t('waits', { instant }) : t('waitsFor', { instant, events: wait.awaits })}
      </p>
    </Row>
  )
}
