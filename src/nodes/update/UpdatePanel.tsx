import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/Button'
import { SelectField } from '@/ui/SelectField'
import { ListItem } from '../fields/ListItem'
import { OwnProblems } from '../fields/OwnProblems'
import type { PanelProps } from '../nodeView'
import { ChangeFields } from './ChangeFields'
import { changeKinds, inKind } from './newChange'
import type { UpdateData, WantedChange } from './updateData'

const MOST = 30

export function UpdatePanel({ data, onChange, problems, context }: PanelProps<UpdateData>) {
  const { t } = useTranslation('node.update')
  const { changes } = data
  const { readOnly, workspaceId } = context
  const commit = (next: WantedChange[]) => onChange({ changes: next })
  return (
    <section aria-label={t('changes')} className="flex flex-col gap-4">
      <h3 className="font-medium text-sm">{t('changes')}</h3>
      {changes.length > 0 && (
        <ol className="flex flex-col gap-3">
          {changes.map((change, index) => (
            <ListItem
              // biome-ignore lint/suspicious/noArrayIndexKey: changes have no identity but their place
              key={index}
              title={t('change', { number: index + 1 })}
              words={{
                up: t('moveUp', { number: index + 1 }),
                down: t('moveDown', { number: index + 1 }),
                remove: t('removeChange', { number: index + 1 }),
              }}
              isFirst={index === 0}
              isLast={index === changes.length - 1}
              disabled={readOnly}
              onMove={(by) => commit(changes.toSpliced(index, 1).toSpliced(index + by, 0, change))}
              onRemove={() => commit(changes.toSpliced(index, 1))}
            >
              <SelectField
                label={t('kind')}
                disabled={readOnly}
                value={change.do}
                onChange={(kind) => commit(changes.with(index, inKind(kind, change)))}
                options={changeKinds.map((each) => ({ value: each, label: t(`kinds.${each}`) }))}
              />
              <ChangeFields
                key={change.do}
                change={change}
                workspaceId={workspaceId}
                disabled={readOnly}
                onCommit={(next) => commit(changes.with(index, next))}
              />
            </ListItem>
          ))}
        </ol>
      )}
      <Button
        icon={Plus}
        className="self-start"
        disabled={readOnly || changes.length >= MOST}
        onClick={() => commit([...changes, inKind('set')])}
      >
        {t('addChange')}
      </Button>
      <OwnProblems type="update" problems={problems} />
    </section>
  )
}
