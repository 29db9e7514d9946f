import { Plus, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/Button'
import { Notice } from '@/ui/Notice'
import { OwnProblems } from '../fields/OwnProblems'
import type { PanelProps } from '../nodeView'
import { ArmFields } from './ArmFields'
import { armName, sharesText } from './armText'
import { withArmMoved, withNewArm, withoutArm } from './editArms'
import type { SplitData } from './split'

const MOST_ARMS = 20

export function SplitPanel({ data, onChange, problems, context }: PanelProps<SplitData>) {
  const { t } = useTranslation('node.split')
  const { arms, promoted } = data
  const { readOnly } = context
  const chosen = arms.findIndex(({ id }) => id === promoted)
  return (
    <section aria-label={t('arms')} className="flex flex-col gap-4">
      <h3 className="font-medium text-sm">{t('arms')}</h3>
      {chosen >= 0 ? (
        <Notice
          action={
            !readOnly && (
              <Button size="sm" icon={Undo2} onClick={() => onChange({ ...data, promoted: null })}>
                {t('demote')}
              </Button>
            )
          }
        >
          {t('promotedHint', { name: armName(data, chosen, t) })}
        </Notice>
      ) : (
        <p className="text-muted text-sm">{t('inWords', { shares: sharesText(data, t) })}</p>
      )}
      <ol className="flex flex-col gap-4">
        {arms.map((arm, index) => (
          <ArmFields
            key={arm.id}
            data={data}
            index={index}
            disabled={readOnly}
            onCommit={(next) => onChange({ ...data, arms: arms.with(index, next) })}
            onRemove={() => onChange(withoutArm(data, index))}
            onMove={(by) => onChange(withArmMoved(data, index, by))}
            onPromote={() => onChange({ ...data, promoted: arm.id })}
          />
        ))}
      </ol>
      <Button
        icon={Plus}
        className="self-start"
        disabled={readOnly || arms.length >= MOST_ARMS}
        onClick={() => onChange(withNewArm(data))}
      >
        {t('addArm')}
      </Button>
      <OwnProblems type="split" problems={problems} />
    </section>
  )
}
