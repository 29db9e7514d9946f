import { useTranslation } from 'react-i18next'
import type { Happening } from '@/engine/simulate'
import { reasonText } from '@/nodes/nodeText'
import { useEditor, useEditorState } from '../store/EditorContext'
import { Row } from './Row'
import { instantText } from './wallTime'

type WaitRowProps = { wait: Happening & { do: 'wait' }; zone: string }

export function WaitRow({ wait, zone }: WaitRowProps) {
  return (
    <Row nodeId={wait.nodeId} at={wait.since} zone={zone}>
      <WaitText wait={wait} zone={zone} />
    </Row>
  )
}

/** Why the contact is held back, where it is; else what they wait for. */
function WaitText({ wait: { nodeId, wakeAt, awaits, because }, zone }: WaitRowProps) {
  const { t, i18n } = useTranslation('simulator')
  const { world } = useEditor()
  const type = useEditorState(({ journey }) => world.indexOf(journey).nodes.get(nodeId)?.type) ?? ''
  const instant = instantText(wakeAt, { zone, language: i18n.language })
  const speech = { t, exists: (key: string) => i18n.exists(key), language: i18n.language }
  if (because !== undefined)
    return <p className="text-muted">{t('held', { reason: reasonText(speech, type, because), instant })}</p>
  return (
    <p className="text-muted">
      {awaits.length === 0 ? t('waits', { instant }) : t('waitsFor', { instant, events: awaits })}
    </p>
  )
}
