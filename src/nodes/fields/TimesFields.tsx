import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SelectField } from '@/ui/SelectField'
import type { Performed } from '../../audience/rule'
import { DraftField } from './DraftField'
import { readWholeNumber } from './oneUnitDuration'

type Times = Performed['times']

type TimesFieldsProps = {
  number: string
  times: Times
  onCommit: (times: Times) => void
  disabled: boolean
}

const ways = ['any', 'atLeast', 'exactly', 'atMost'] as const
const FIRST_COUNT = 2
const MOST = 999_999

/** How often an event is to have happened: once or more, or so many times. */
export function TimesFields({ number, times, onCommit, disabled }: TimesFieldsProps) {
  const { t } = useTranslation('nodes')
  const [refused, setRefused] = useState(false)
  function commitCount(op: NonNullable<Times>['op'], text: string) {
    const count = readWholeNumber(text, MOST)
    setRefused(count === undefined)
    if (count !== undefined) onCommit({ op, count })
  }
  return (
    <>
      <SelectField
        label={t('condition.often', { number })}
        hideLabel
        disabled={disabled}
        value={times?.op ?? 'any'}
        onChange={(op) => onCommit(op === 'any' ? undefined : { op, count: times?.count ?? FIRST_COUNT })}
        options={ways.map((way) => ({ value: way, label: t(`often.${way}`) }))}
      />
      {times && (
        <DraftField
          label={t('condition.count', { number })}
          hideLabel
          disabled={disabled}
          inputMode="numeric"
          value={String(times.count)}
          onCommit={(text) => commitCount(times.op, text)}
          error={refused ? t('duration.error', { most: MOST }) : undefined}
        />
      )}
    </>
  )
}
