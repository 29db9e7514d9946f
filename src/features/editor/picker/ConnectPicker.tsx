import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { edgeFrom } from '@/engine/journey'
import { IconTile } from '@/ui/IconTile'
import { SelectField } from '@/ui/SelectField'
import { connectPort, disconnectEdge } from '../commands/connectPort'
import { obstacles } from '../gestures/wirePort'
import { useEditor, useEditorState, usePicture } from '../store/EditorContext'
import { useWords } from '../words/StepWordsContext'
import { PickerPopover } from './PickerPopover'
import { PickList } from './PickList'

const NOWHERE = 'nowhere'

/** Where a port is to lead; the way to wire without a mouse. */
export function ConnectPicker({ nodeId, port: first }: { nodeId: string; port: string }) {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  const words = useWords()
  const [port, setPort] = useState(first)
  const journey = useEditorState((state) => state.journey)
  const order = usePicture((picture) => picture.order)
  const { nodes } = editor.world.indexOf(journey)
  const node = nodes.get(nodeId)
  if (!node) return null
  const ports = editor.world.shapes.ports(node)
  const wired = edgeFrom(journey, nodeId, port)
  const why = obstacles(editor, { source: nodeId, port })
  const choices = order.flatMap((id, index) => {
    const target = nodes.get(id)
    if (!target || editor.world.shapes.isEntry(target) || id === nodeId) return []
    const reason = why.get(id)
    return [
      {
        id,
        label: t('picker.step', { number: index + 1, step: words.sentence(target) }),
        hint: words.name(target.type),
        icon: <IconTile icon={words.icon(target.type)} tone={words.group(target.type)} size="sm" />,
        obstacle: reason === undefined ? undefined : t(`obstacle.${reason}`),
      },
    ]
  })
  return (
    <PickerPopover title={t('picker.connect')} anchor={`[data-step="${CSS.escape(nodeId)}"]`}>
      {ports.length > 1 && (
        <SelectField
          label={t('picker.port')}
          className="px-1 pb-2"
          value={port}
          onChange={setPort}
          options={ports.map((value) => ({ value, label: words.port(node, value) }))}
        />
      )}
      <PickList
        label={t('picker.connect')}
        choices={wired ? [...choices, { id: NOWHERE, label: t('picker.nowhere') }] : choices}
        onPick={(target) =>
          target === NOWHERE && wired
            ? disconnectEdge(editor, wired)
            : connectPort(editor, { source: nodeId, port, target })
        }
      />
    </PickerPopover>
  )
}
