import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readWholeNumber } from '@/nodes/fields/oneUnitDuration'
import { TextField } from '@/ui/TextField'

const MOST = 100

type CapNumberFieldProps = { value: number; onChange: (value: number) => void; disabled: boolean }

/** How many messages: what is typed counts once it is a number that may be. */
export function CapNumberField({ value, onChange, disabled }: CapNumberFieldProps) {
  const { t } = useTranslation('policy')
  const [typed, setTyped] = useState<string | null>(null)
  const isRefused = typed !== null && readWholeNumber(typed, MOST) === undefined
  return (
    <TextField
      label={t('rules.most')}
      inputMode="numeric"
      autoComplete="off"
      disabled={disabled}
      error={isRefused ? t('rules.mostError', { most: MOST }) : undefined}
      value={typed ?? String(value)}
      onChange={({ target }) => {
        setTyped(target.value)
        const read = readWholeNumber(target.value, MOST)
        if (read !== undefined) onChange(read)
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
