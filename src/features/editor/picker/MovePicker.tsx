import { useTranslation } from 'react-i18next'
import type { Journey } from '@/engine/journey'
import { moveStep } from '../commands/moveStep'
import { type Zone, zonesFor } from '../gestures/zones'
import { useEditor, useEditorState } from '../store/EditorContext'
import { pictureNow } from '../store/pictureNow'
import { useWords } from '../words/StepWordsContext'
import { PickerPopover } from './PickerPopover'
import { PickList } from './PickList'

/** Where to move a step; the way to reorder without a mouse. */
export function MovePicker({ nodeId }: { nodeId: string }) {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  const words = useWords()
  const journey = useEditorState((state) => state.journey)
  const { nodes } = editor.world.indexOf(journey)
  const picture = pictureNow(editor)
  const zones = zonesFor(journey, picture, { nodeId }, editor.world)
  const numberOf = (id: string) => picture.order.indexOf(id) + 1
  const choices = [...zones.values()]
    .map((zone) => ({ zone, ...endOf(zone, journey) }))
    .sort((one, other) => numberOf(one.source) - numberOf(other.source))
    .flatMap(({ zone, source, port }) => {
      const node = nodes.get(source)
      if (!node || zone.obstacle === 'same' || zone.obstacle === 'inside') return []
      const path = words.port(node, port)
      return [
        {
          id: zone.key,
          label: t('picker.after', { number: numberOf(source), step: words.sentence(node) }),
          hint: path === '' ? words.name(node.type) : t('card.path', { path }),
          obstacle: zone.obstacle === undefined ? undefined : t(`obstacle.${zone.obstacle}`),
        },
      ]
    })
  const onPick = (key: string) => {
    const zone = zones.get(key)
    if (zone) moveStep(editor, nodeId, zone.place)
  }
  return (
    <PickerPopover title={t('picker.move')} anchor={`[data-step="${CSS.escape(nodeId)}"]`}>
      <PickList label={t('picker.move')} choices={choices} onPick={onPick} />
    </PickerPopover>
  )
}

function endOf({ place }: Zone, journey: Journey): { source: string; port: string } {
  if ('port' in place) return place
  const edge = journey.edges.find(({ id }) => id === place.edgeId)
  return { source: edge?.source ?? '', port: edge?.sourceHandle ?? '' }
}
