import type { ReactNode } from 'react'
import { TextArea } from '@/ui/TextArea'
import { useDraft } from './useDraft'

type DraftAreaProps = {
  label: string
  value: string
  onCommit: (text: string) => void
  hint?: ReactNode
  optional?: boolean
  disabled?: boolean
  error?: string | undefined
  rows?: number
  maxLength?: number
  /** For text that a program reads. */
  mono?: boolean
}

export function DraftArea({ value, onCommit, ...field }: DraftAreaProps) {
  const draft = useDraft(value, onCommit)
  return (
    <TextArea
      {...field}
      dir={field.mono ? 'ltr' : 'auto'}
      spellCheck={!field.mono}
      value={draft.text}
      onChange={(event) => draft.type(event.target.value)}
      onBlur={draft.leave}
    />
  )
}
