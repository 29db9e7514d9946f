import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Journey } from '@/engine/journey'
import { useEditor, useEditorState } from '../store/EditorContext'
import { once } from '../store/once'
import { useWords } from './StepWordsContext'
import { stepLabels } from './stepLabels'

type LabelsOf = (journey: Journey) => ReadonlyMap<string, string>

const Context = createContext<LabelsOf>(() => new Map())

export function StepLabelsProvider({ children }: { children: ReactNode }) {
  const { world } = useEditor()
  const words = useWords()
  const { t } = useTranslation('editor')
  const labelsOf = useMemo(
    () => once((journey: Journey) => stepLabels(journey, { world, words, t })),
    [world, words, t],
  )
  return <Context value={labelsOf}>{children}</Context>
}

/** The spoken name of one step. */
export function useStepLabel(nodeId: string): string {
  const labelsOf = useContext(Context)
  return useEditorState(({ journey }) => labelsOf(journey).get(nodeId) ?? '')
}
