import { useTranslation } from 'react-i18next'
import type { Change } from '../store/documentSlice'
import { useWords } from './StepWordsContext'

/** A step of the history in words, such as "add Email". */
export function useChangeText() {
  const { t } = useTranslation('editor')
  const words = useWords()
  return ({ code, type }: Change) =>
    type === undefined ? t(`change.${code}`) : t(`changeOf.${code}`, { step: words.name(type) })
}
