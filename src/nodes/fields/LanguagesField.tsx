import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isConfigured } from '../../audience/inspect'
import { rule } from '../../audience/rule'
import type { ConditionProps } from './conditionProps'
import { DraftField } from './DraftField'

/** Languages between commas. What is no language is refused in place. */
export function LanguagesField({ number, condition, onCommit, disabled }: ConditionProps<'locale'>) {
  const { t } = useTranslation('nodes')
  const [refused, setRefused] = useState(false)
  function read(text: string) {
    const languages = text.split(/[,،]/).flatMap((each) => each.trim() || [])
    const next = { ...condition, in: [...new Set(languages)] }
    const isWhole = rule.safeParse(next).success && isConfigured(next)
    setRefused(!isWhole)
    if (isWhole) onCommit(next)
  }
  return (
    <DraftField
      label={t('condition.languages', { number })}
      hideLabel
      disabled={disabled}
      hint={t('condition.languagesHint')}
      value={condition.in.join(', ')}
      onCommit={read}
      error={refused ? t('condition.languagesError') : undefined}
    />
  )
}
