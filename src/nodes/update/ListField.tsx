import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listsQuery } from '@/data/lists'
import { SelectField } from '@/ui/SelectField'
import type { ChangeFieldsProps } from './ChangeFields'

export function ListField({ change, workspaceId, disabled, onCommit }: ChangeFieldsProps<'join' | 'leave'>) {
  const { t } = useTranslation('node.update')
  const { data: lists = [], isSuccess } = useQuery(listsQuery(workspaceId))
  return (
    <SelectField
      label={t('list')}
      hint={isSuccess && lists.length === 0 ? t('noLists') : undefined}
      placeholder={t('chooseList')}
      disabled={disabled}
      value={lists.some(({ id }) => id === change.list) ? change.list : null}
      onChange={(list) => onCommit({ ...change, list })}
      options={lists.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
