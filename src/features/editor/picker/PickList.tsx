import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '@/ui/cx'
import { fieldStyle, optionStyle } from '@/ui/fieldStyle'

export interface Choice {
  id: string
  group?: string
  label: string
  hint?: string | undefined
  icon?: ReactNode
  /** Why it cannot be chosen. */
  obstacle?: string | undefined
}

/** A search box over a list: type, arrow keys, Enter. */
export function PickList({
  label,
  choices,
  onPick,
}: {
  label: string
  choices: readonly Choice[]
  onPick: (id: string) => void
}) {
  const { t } = useTranslation('editor')
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const found = choices.filter((choice) => fits(choice, query))
  const active = found[Math.min(at, found.length - 1)]

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      const next = (Math.min(at, found.length - 1) + step + found.length) % Math.max(1, found.length)
      setAt(next)
      list.current?.querySelectorAll('[role="option"]')[next]?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && active && active.obstacle === undefined) onPick(active.id)
    else return
    event.preventDefault()
  }

  return (
    <div className="flex flex-col gap-1">
      <input
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={active && `${listId}-${active.id}`}
        autoComplete="off"
        placeholder={t('picker.search')}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        className={cx(fieldStyle, 'h-8 px-2.5')}
      />
      <div ref={list} id={listId} role="listbox" aria-label={label} className="max-h-80 overflow-y-auto">
        {found.map((choice, index) => (
          <PickOption
            key={choice.id}
            id={`${listId}-${choice.id}`}
            choice={choice}
            heading={choice.group === found[index - 1]?.group ? undefined : choice.group}
            isActive={choice === active}
            onPoint={() => setAt(index)}
            onPick={() => onPick(choice.id)}
          />
        ))}
      </div>
      {found.length === 0 && <p className="px-2 py-1.5 text-muted text-sm">{t('picker.none')}</p>}
    </div>
  )
}

type PickOptionProps = {
  id: string
  choice: Choice
  heading: string | undefined
  isActive: boolean
  onPoint: () => void
  onPick: () => void
}

function PickOption({ id, choice, heading, isActive, onPoint, onPick }: PickOptionProps) {
  const blocked = choice.obstacle !== undefined
  return (
    <>
      {heading && (
        <div role="presentation" className="px-2 pt-2 pb-1 font-medium text-2xs text-muted">
          {heading}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the search box above moves and chooses by keyboard */}
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={isActive}
        aria-disabled={blocked}
        onPointerMove={onPoint}
        onClick={blocked ? undefined : onPick}
        className={cx(optionStyle, isActive && 'bg-subtle', blocked && 'text-muted')}
      >
        {choice.icon}
        <span className="flex min-w-0 flex-col">
          <span className="truncate font-medium">{choice.label}</span>
          {(choice.obstacle ?? choice.hint) && (
            <span className="line-clamp-2 text-muted text-xs">{choice.obstacle ?? choice.hint}</span>
          )}
        </span>
      </div>
    </>
  )
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()

const fits = ({ label, hint = '' }: Choice, query: string) =>
  plain(query)
    .split(' ')
    .every((word) => plain(`${label} ${hint}`).includes(word))
