import { createContext, type ReactNode, useContext } from 'react'
import { type StepWords, useStepWords } from './useStepWords'

const Context = createContext<StepWords | undefined>(undefined)

/** Shared, so that a thousand cards do not each listen for a change of language. */
export function StepWordsProvider({ children }: { children: ReactNode }) {
  return <Context value={useStepWords()}>{children}</Context>
}

export function useWords(): StepWords {
  const words = useContext(Context)
  if (!words) throw new Error('Used outside an editor')
  return words
}
