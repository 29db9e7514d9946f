import { useTranslation } from 'react-i18next'
import type { Place } from '@/engine/edit/place'
import { IconTile } from '@/ui/IconTile'
import { addStep } from '../commands/addStep'
import { placeKey } from '../commands/place'
import { zonesFor } from '../gestures/zones'
import { useEditor, useEditorState } from '../store/EditorContext'
import { pictureNow } from '../store/pictureNow'
import { useWords } from '../words/StepWordsContext'
import { PickerPopover } from './PickerPopover'
import { PickList } from './PickList'
import { stepTypes } from './stepTypes'

/** Which step to put here. */
export function StepPicker({ place, anchor }: { place: Place; anchor: string }) {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  const words = useWords()
  const journey = useEditorState((state) => state.journey)
  const picture = pictureNow(editor)
  const choices = stepTypes(editor.world)
    .filter((type) => !editor.world.shapes.isEntry({ type }))
    .map((type) => {
      const obstacle = zonesFor(journey, picture, { type }, editor.world).get(placeKey(place))?.obstacle
      return {
        id: type,
        group: t(`group.${words.group(type)}`),
        label: words.name(type),
        hint: words.short(type),
        icon: <IconTile icon={words.icon(type)} tone={words.group(type)} size="sm" />,
        obstacle: obstacle === undefined ? undefined : t(`obstacle.${obstacle}`),
      }
    })
  return (
    <PickerPopover title={t('picker.add')} anchor={`[data-place="${CSS.escape(anchor)}"]`}>
      <PickList label={t('picker.add')} choices={choices} onPick={(type) => addStep(editor, type, place)} />
    </PickerPopover>
  )
}
