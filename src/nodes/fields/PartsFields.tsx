import { FolderPlus, Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/Button'
import { IconButton } from '@/ui/IconButton'
import { SelectField } from '@/ui/SelectField'
import type { Rule } from '../../audience/rule'
import { blankCondition, type Match } from './conditionDraft'
import { PartFields } from './PartFields'

type PartsFieldsProps = {
  match: Match
  parts: Rule[]
  onCommit: (parts: Rule[], match: Match) => void
  /** The place of the group these are in, with a point after it; empty at the top. */
  within?: string
  workspaceId: string
  disabled: boolean
  inSegment?: boolean | undefined
}

const matches = ['all', 'any'] as const satisfies readonly Match[]

/** The parts of a rule or group, how they count together, and what adds another. */
export function PartsFields({ match, parts, onCommit, within = '', ...context }: PartsFieldsProps) {
  const { t } = useTranslation('nodes')
  const change = (next: Rule[]) => onCommit(next, match)
  return (
    <>
      {parts.length > 1 && (
        <SelectField
          label={t('condition.match')}
          hideLabel
          disabled={context.disabled}
          value={match}
          onChange={(next) => onCommit(parts, next)}
          options={matches.map((each) => ({ value: each, label: t(`condition.${each}`) }))}
        />
      )}
      {parts.length > 0 && (
        <ol className="flex flex-col gap-2">
          {parts.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity but their place
            <li key={index} className="flex items-start gap-1 rounded-md border border-line bg-canvas p-2">
              <PartFields
                {...context}
                number={`${within}${index + 1}`}
                part={part}
                onCommit={(next) => change(parts.toSpliced(index, 1, next))}
              />
              <IconButton
                label={t('condition.remove', { number: `${within}${index + 1}` })}
                icon={X}
                size="sm"
                disabled={context.disabled}
                onClick={() => change(parts.toSpliced(index, 1))}
              />
            </li>
          ))}
        </ol>
      )}
      <AddParts disabled={context.disabled} onAdd={(part) => change([...parts, part])} />
    </>
  )
}

function AddParts({ disabled, onAdd }: { disabled: boolean; onAdd: (part: Rule) => void }) {
  const { t } = useTranslation('nodes')
  const style = { size: 'sm', variant: 'quiet', disabled } as const
  return (
    <div className="flex flex-wrap gap-1">
      <Button {...style} icon={Plus} onClick={() => onAdd(blankCondition('attribute'))}>
        {t('condition.add')}
      </Button>
      <Button {...style} icon={FolderPlus} onClick={() => onAdd({ any: [blankCondition('attribute')] })}>
        {t('condition.addGroup')}
      </Button>
    </div>
  )
}
