import { useTranslation } from 'react-i18next'
import { useSegmentNames } from '@/data/segments'
import { SelectField } from '@/ui/SelectField'
import { namedOptions } from '../fields/namedOptions'
import type { ChangeFieldsProps } from './ChangeFields'

/** A list is filled by hand and by journeys; who is in a segment is decided by its rule. */
export function ListField({ change, workspaceId, disabled, onCommit }: ChangeFieldsProps<'join' | 'leave'>) {
  const { t } = useTranslation('node.update')
  const { data } = useSegmentNames(workspaceId)
  const lists = data?.filter(({ kind }) => kind === 'list')
  return (
    <SelectField
      label={t('list')}
      hint={lists?.length === 0 ? t('noLists') : undefined}
      placeholder={t('chooseList')}
      disabled={disabled}
      value={change.list || null}
      onChange={(list) => onCommit({ ...change, list })}
      options={namedOptions(lists, change.list, t('gone'))}
    />
  )
}
