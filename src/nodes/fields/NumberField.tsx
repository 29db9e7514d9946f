import { type ReactNode, useState } from 'react'
import { DraftField } from './DraftField'

type NumberFieldProps = {
  label: string
  value: number | null
  onCommit: (value: number) => void
  /** Reads what was typed; nothing for what is no such number. */
  read: (text: string) => number | undefined
  error: string
  hint?: ReactNode
  hideLabel?: boolean
  disabled: boolean
  isWhole?: boolean
}

export function NumberField({ value, onCommit, read, error, isWhole, ...field }: NumberFieldProps) {
  const [refused, setRefused] = useState(false)
  return (
    <DraftField
      {...field}
      inputMode={isWhole ? 'numeric' : 'decimal'}
      error={refused ? error : undefined}
      value={value === null ? '' : String(value)}
      onCommit={(text) => {
        const wanted = read(text)
        setRefused(wanted === undefined)
        if (wanted !== undefined && wanted !== value) onCommit(wanted)
      }}
    />
  )
}
