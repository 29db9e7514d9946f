import { useTranslation } from 'react-i18next'
import { useEditor, useEditorState } from '../store/EditorContext'
import { NumberButton } from './NumberButton'
import { useFormat } from './useFormat'

/** Entered, converted and, where the goal has a worth, its sum. */
export function JourneyTotals() {
  const { t } = useTranslation('editor')
  const { store } = useEditor()
  const format = useFormat()
  const numbers = useEditorState((state) => state.numbers)
  const goal = useEditorState(({ journey }) => journey.settings.goal)
  if (!numbers) return <p className="text-muted text-sm">{t('numbers.loading')}</p>
  const { entered, converted, value, version } = numbers
  const people = (metric: string) => store.getState().showPeople({ version, metric, nodeId: '', detail: '' })
  return (
    <div className="flex flex-wrap items-center gap-2">
      <NumberButton
        label={t('numbers.entered')}
        count={entered}
        meaning={t('numbers.meaning.entered', { count: entered })}
        onPress={() => people('entered')}
      />
      {goal && (
        <NumberButton
          label={t('numbers.converted')}
          count={converted}
          of={entered}
          meaning={t('numbers.meaning.converted', { part: format.count(converted), whole: format.count(entered) })}
          onPress={() => people('converted')}
        />
      )}
      {goal?.value && <span className="text-sm">{format.money(value, goal.value.currency)}</span>}
      {entered === 0 && <span className="text-muted text-sm">{t('numbers.nobody')}</span>}
    </div>
  )
}
