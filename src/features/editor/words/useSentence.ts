import type { JourneyNode } from '@/engine/journey'
import { useEditorState } from '../store/EditorContext'
import { useWords } from './StepWordsContext'

/** A step's sentence, also as the steps change that it speaks of. */
export function useSentence(node: Pick<JourneyNode, 'type' | 'data'> | undefined): string {
  const words = useWords()
  return useEditorState(() => (node ? words.sentence(node) : ''))
}
