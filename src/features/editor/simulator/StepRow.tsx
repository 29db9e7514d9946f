import { useTranslation } from 'react-i18next'
import type { Step } from '@/engine/runUntilWaiting'
import type { PreviewContact } from '@/nodes/message/previewMessage'
import { reasonText } from '@/nodes/nodeText'
import { changeText } from '@/nodes/update/changeText'
import { useEditor, useEditorState } from '../store/EditorContext'
import { useWords } from '../words/StepWordsContext'
import { useNodeNames } from '../words/useNodeNames'
import { ReadMail } from './ReadMail'
import { Row } from './Row'

type StepRowProps = { step: Step; zone: string; contact: PreviewContact; isLast: boolean }

/** A finished step: by which path the contact went on and why, or why the journey ended there. */
export function StepRow({ step, zone, contact, isLast }: StepRowProps) {
  const { t, i18n } = useTranslation('simulator')
  const { world } = useEditor()
  const words = useWords()
  const node = useEditorState(({ journey }) => world.indexOf(journey).nodes.get(step.nodeId))
  if (!node) return null
  const speech = { t, exists: (key: string) => i18n.exists(key), language: i18n.language }
  const reason = reasonText(speech, node.type, step.because)
  const port = step.port === undefined ? '' : words.port(node, step.port)
  return (
    <Row nodeId={step.nodeId} at={step.left.at} zone={zone}>
      <p className="text-muted">
        {step.port === undefined ? t('ends', { reason }) : port === '' ? reason : t('goesBy', { reason, port })}
      </p>
      <StepEffects step={step} />
      {node.type === 'webhook' && step.because !== 'noAnswer' && <p className="text-muted">{t('answered')}</p>}
      {step.effects.some((effect) => effect.do === 'send') && (
        <ReadMail data={node.data} contact={contact} isLast={isLast} />
      )}
    </Row>
  )
}

/** What the step changed about the contact. */
function StepEffects({ step }: { step: Step }) {
  const { t } = useTranslation('simulator')
  const names = useNodeNames()
  const changes = step.effects.flatMap((effect) => (effect.do === 'update' ? effect.changes : []))
  if (changes.length === 0) return null
  const told = changes.map((change) => changeText(change, t, names))
  return <p className="text-muted [overflow-wrap:anywhere]">{t('changed', { changes: told })}</p>
}
