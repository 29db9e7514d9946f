import { useMemo } from 'react'
import type { StepChoice } from '@/nodes/nodeView'
import { useEditor, useEditorState } from '../store/EditorContext'
import { useWords } from '../words/StepWordsContext'

/** The steps that a jump may lead to, in reading order. */
export function useStepChoices(): readonly StepChoice[] {
  const { world } = useEditor()
  const words = useWords()
  const journey = useEditorState((state) => state.journey)
  return useMemo(() => {
    const { nodes } = world.indexOf(journey)
    return world.pictureOf(journey, 'ltr').order.flatMap((id) => {
      const node = nodes.get(id)
      return node && !world.shapes.isEntry(node) ? [{ id, sentence: words.sentence(node) }] : []
    })
  }, [world, words, journey])
}
