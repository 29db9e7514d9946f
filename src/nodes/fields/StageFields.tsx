import { useTranslation } from 'react-i18next'
import { Checkbox } from '@/ui/Checkbox'
import { lifecycleStages } from '../../audience/rule'
import type { ConditionProps } from './conditionProps'

export function StageFields({ number, condition, onCommit, disabled }: ConditionProps<'stage'>) {
  const { t } = useTranslation('nodes')
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="sr-only">{t('condition.stages', { number })}</legend>
      {lifecycleStages.map((stage) => (
        <Checkbox
          key={stage}
          label={t(`stage.${stage}`)}
          disabled={disabled}
          checked={condition.in.includes(stage)}
          onChange={(chosen) =>
            onCommit({
              ...condition,
              in: lifecycleStages.filter((each) => (each === stage ? chosen : condition.in.includes(each))),
            })
          }
        />
      ))}
    </fieldset>
  )
}
