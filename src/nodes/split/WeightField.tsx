import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DraftField } from '../fields/DraftField'
import { readNumber } from '../fields/readNumber'

type WeightFieldProps = { weight: number; share: number; disabled: boolean; onCommit: (weight: number) => void }

const limits = { least: 0, most: 1_000_000 }

/** A weight as it is written, and the share that comes of it. */
export function WeightField({ weight, share, disabled, onCommit }: WeightFieldProps) {
  const { t } = useTranslation('node.split')
  const [refused, setRefused] = useState(false)
  return (
    <DraftField
      label={t('weight')}
      hint={t('weightShare', { share })}
      inputMode="decimal"
      disabled={disabled}
      error={refused ? t('nodes:numberError') : undefined}
      value={String(weight)}
      onCommit={(text) => {
        const wanted = readNumber(text, limits)
        setRefused(wanted === undefined)
        if (wanted !== undefined && wanted !== weight) onCommit(wanted)
      }}
    />
  )
}
