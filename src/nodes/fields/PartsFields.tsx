import { FolderPlus, Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/Button'
import { cx } from '@/ui/cx'
import { IconButton } from '@/ui/IconButton'
import { SelectField } from '@/ui/SelectField'
import type { Rule } from '../../audience/rule'
import { blankCondition, type Match, partIn } from './conditionDraft'
import { PartFields } from './PartFields'
import { useFocusAfterRemoval } from './useFocusAfterRemoval'

type Context = { workspaceId: string; disabled: boolean }

type PartsFieldsProps = Context & {
  match: Match
  parts: Rule[]
  onCommit: (parts: Rule[], match: Match) => void
  /** The place of the group these are in, with a point after it; empty at the top. */
  within?: string
}

const matches = ['all', 'any'] as const satisfies readonly Match[]

/** The parts of a rule or group, how they count together, and what adds another. */
export function PartsFields({ match, parts, onCommit, within = '', ...context }: PartsFieldsProps) {
  const { t } = useTranslation('nodes')
  const { list, keepFocus } = useFocusAfterRemoval(parts.length)
  const change = (next: Rule[]) => onCommit(next, match)
  function remove(index: number) {
    keepFocus(index)
    change(parts.toSpliced(index, 1))
  }
  return (
    <div ref={list} className="flex min-w-0 flex-col gap-2">
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
            <PartItem
              {...context}
              // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity but their place
              key={index}
              number={`${within}${index + 1}`}
              part={part}
              onCommit={(next) => change(parts.toSpliced(index, 1, next))}
              onRemove={() => remove(index)}
            />
          ))}
        </ol>
      )}
      <AddParts disabled={context.disabled} onAdd={(part) => change([...parts, part])} />
    </div>
  )
}

type PartItemProps = Context & { number: string; part: Rule; onCommit: (part: Rule) => void; onRemove: () => void }

/** A group has the whole width, since there are more in it. */
function PartItem({ onRemove, ...props }: PartItemProps) {
  const { t } = useTranslation('nodes')
  const isGroup = 'group' in partIn(props.part)
  const place = isGroup ? 'relative' : 'flex items-start gap-1'
  return (
    <li className={cx('rounded-md border border-line bg-canvas p-2', place)}>
      <PartFields {...props} />
      <IconButton
        label={t('condition.remove', { number: props.number })}
        icon={X}
        size="sm"
        className={isGroup ? 'absolute end-1 top-1' : ''}
        disabled={props.disabled}
        onClick={onRemove}
      />
    </li>
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
