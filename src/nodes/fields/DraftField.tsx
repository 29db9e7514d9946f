import type { ReactNode } from 'react'
import { TextField } from '@/ui/TextField'
import { useDraft } from './useDraft'

type DraftFieldProps = {
  label: string
  value: string
  onCommit: (text: string) => void
  hint?: ReactNode
  placeholder?: string
  maxLength?: number
  optional?: boolean
  hideLabel?: boolean
  disabled?: boolean
  error?: string | undefined
  inputMode?: 'text' | 'decimal' | 'numeric'
  className?: string
}

export function DraftField({ value, onCommit, ...field }: DraftFieldProps) {
  const draft = useDraft(value, onCommit)
  return (
    <TextField
      {...field}
      dir="auto"
      value={draft.text}
      onChange={(event) => draft.type(event.target.value)}
      onBlur={draft.leave}
      onKeyDown={draft.leaveOnEnter}
    />
  )
}
