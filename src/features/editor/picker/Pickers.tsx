import { useEditorState } from '../store/EditorContext'
import { ConnectPicker } from './ConnectPicker'
import { KeepPathDialog } from './KeepPathDialog'
import { MovePicker } from './MovePicker'
import { StepPicker } from './StepPicker'

/** Whatever question the gesture under way asks. */
export function Pickers() {
  const gesture = useEditorState((state) => state.gesture)
  switch (gesture?.doing) {
    case 'pick':
      return <StepPicker place={gesture.place} anchor={gesture.anchor} />
    case 'connect':
      return <ConnectPicker nodeId={gesture.nodeId} port={gesture.port} />
    case 'move':
      return <MovePicker nodeId={gesture.nodeId} />
    case 'remove':
      return <KeepPathDialog nodeId={gesture.nodeId} />
    default:
      return null
  }
}
