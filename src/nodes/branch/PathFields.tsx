import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '@/ui/IconButton'
import { DraftField } from '../fields/DraftField'
import { RuleFields } from '../fields/RuleFields'
import { RuleInWords } from '../fields/RuleInWords'
import type { BranchData } from './branch'

type Path = BranchData['paths'][number]

type PathFieldsProps = {
  path: Path
  number: number
  last: number
  workspaceId: string
  disabled: boolean
  onCommit: (path: Path) => void
  onRemove: () => void
  onMove: (by: -1 | 1) => void
}

export function PathFields({ path, number, last, onRemove, onMove, onCommit, disabled, workspaceId }: PathFieldsProps) {
  const { t } = useTranslation('node.branch')
  return (
    <li className="flex flex-col gap-3 rounded-lg border border-line p-3" aria-label={t('path', { number })}>
      <div className="flex items-center gap-0.5">
        <h4 className="min-w-0 flex-1 truncate font-medium text-sm">
          <bdi>{path.name || t('path', { number })}</bdi>
        </h4>
        <IconButton
          label={t('moveUp', { number })}
          icon={ArrowUp}
          size="sm"
          disabled={disabled || number === 1}
          onClick={() => onMove(-1)}
        />
        <IconButton
          label={t('moveDown', { number })}
          icon={ArrowDown}
          size="sm"
          disabled={disabled || number === last}
          onClick={() => onMove(1)}
        />
        <IconButton
          label={t('removePath', { number })}
          icon={Trash2}
          size="sm"
          disabled={disabled || last === 1}
          onClick={onRemove}
        />
      </div>
      <DraftField
        label={t('pathName')}
        optional
        disabled={disabled}
        value={path.name}
        onCommit={(name) => onCommit({ ...path, name: name.trim() })}
      />
      <RuleFields
        label={t('rule')}
        workspaceId={workspaceId}
        rule={path.rule}
        disabled={disabled}
        onCommit={(rule) => onCommit({ ...path, rule })}
      />
      <RuleInWords rule={path.rule} workspaceId={workspaceId} unfinished={t('notConfigured')} />
    </li>
  )
}
