import { ArrowDown, ArrowUp, Scale, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Checkbox } from '@/ui/Checkbox'
import { IconButton } from '@/ui/IconButton'
import { DraftField } from '../fields/DraftField'
import { sharesOf } from './drawArm'
import type { SplitData } from './split'
import { WeightField } from './WeightField'

type Arm = SplitData['arms'][number]

type ArmFieldsProps = {
  data: SplitData
  index: number
  disabled: boolean
  onCommit: (arm: Arm) => void
  onRemove: () => void
  onMove: (by: -1 | 1) => void
  onPromote: () => void
}

export function ArmFields(props: ArmFieldsProps) {
  const { data, index, disabled, onCommit, onPromote } = props
  const { t } = useTranslation('node.split')
  const arm = data.arms[index]
  if (!arm) return null
  const number = index + 1
  return (
    <li className="flex flex-col gap-3 rounded-lg border border-line p-3" aria-label={t('arm', { number })}>
      <ArmHead {...props} />
      <div className="grid grid-cols-[1fr_6rem] items-start gap-2">
        <DraftField
          label={t('armName')}
          optional
          maxLength={200}
          disabled={disabled}
          value={arm.name}
          onCommit={(name) => onCommit({ ...arm, name: name.trim() })}
        />
        <WeightField
          weight={arm.weight}
          share={sharesOf({ ...data, promoted: null })[index] ?? 0}
          disabled={disabled}
          onCommit={(weight) => onCommit({ ...arm, weight })}
        />
      </div>
      <Checkbox
        label={t('isHoldout')}
        hint={t('isHoldoutHint')}
        checked={arm.holdout}
        disabled={disabled}
        onChange={(holdout) => onCommit({ ...arm, holdout })}
      />
      {!disabled && data.promoted !== arm.id && (
        <Button size="sm" className="self-start" aria-label={t('promoteArm', { number })} onClick={onPromote}>
          {t('promote')}
        </Button>
      )}
    </li>
  )
}

function ArmHead({ data, index, disabled, onRemove, onMove }: ArmFieldsProps) {
  const { t } = useTranslation('node.split')
  const number = index + 1
  return (
    <div className="flex items-center gap-0.5">
      <h4 className="flex min-w-0 flex-1 items-center gap-2 font-medium text-sm">
        <bdi className="truncate">{data.arms[index]?.name || t('arm', { number })}</bdi>
        {data.arms[index]?.holdout && <Badge icon={Scale}>{t('holdout')}</Badge>}
      </h4>
      <IconButton
        label={t('moveUp', { number })}
        icon={ArrowUp}
        size="sm"
        disabled={disabled || index === 0}
        onClick={() => onMove(-1)}
      />
      <IconButton
        label={t('moveDown', { number })}
        icon={ArrowDown}
        size="sm"
        disabled={disabled || number === data.arms.length}
        onClick={() => onMove(1)}
      />
      <IconButton
        label={t('removeArm', { number })}
        icon={Trash2}
        size="sm"
        disabled={disabled || data.arms.length <= 2}
        onClick={onRemove}
      />
    </div>
  )
}
