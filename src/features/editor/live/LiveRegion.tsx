import { useTranslation } from 'react-i18next'
import { useEditorState } from '../store/EditorContext'
import { useChangeText } from '../words/useChangeText'

/** Says politely what just happened, for those who cannot see the canvas change. */
export function LiveRegion() {
  const { t } = useTranslation('editor')
  const changeText = useChangeText()
  const announced = useEditorState((state) => state.announced)
  const text =
    announced === undefined
      ? ''
      : announced.code === 'cannot'
        ? t(`obstacle.${announced.reason}`)
        : t(`live.${announced.code}`, { change: announced.change ? changeText(announced.change) : '' })
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {/* A new element, so that the same words are said again. */}
      <span key={announced?.count}>{text}</span>
    </div>
  )
}
