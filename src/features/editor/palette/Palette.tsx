import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconTile } from '@/ui/IconTile'
import { SearchField } from '@/ui/SearchField'
import { addFromPalette } from '../commands/addFromPalette'
import { dragStep } from '../gestures/dragStep'
import { stepTypes } from '../picker/stepTypes'
import { useEditor } from '../store/EditorContext'
import { useWords } from '../words/StepWordsContext'

/** The steps one can add: drag one to a place, or press it to add it behind the selected step. */
export function Palette() {
  const { t } = useTranslation('editor')
  const { world } = useEditor()
  const words = useWords()
  const [query, setQuery] = useState('')
  const wanted = query.toLocaleLowerCase()
  const types = stepTypes(world).filter((type) =>
    `${words.name(type)} ${words.short(type)}`.toLocaleLowerCase().includes(wanted),
  )
  return (
    <aside
      aria-label={t('palette.title')}
      className="flex w-56 shrink-0 flex-col gap-3 overflow-y-auto border-line border-e p-3 max-lg:w-14 max-lg:p-2"
    >
      <SearchField label={t('palette.search')} value={query} onChange={setQuery} className="max-lg:hidden" />
      <ul className="flex flex-col gap-0.5">
        {types.map((type, index) => {
          const group = words.group(type)
          const isFirst = index === 0 || words.group(types[index - 1] ?? '') !== group
          return (
            <li key={type}>
              {isFirst && (
                <h2 className="px-2 pt-2 pb-1 font-medium text-2xs text-muted max-lg:sr-only">{t(`group.${group}`)}</h2>
              )}
              <PaletteItem type={type} />
            </li>
          )
        })}
      </ul>
      {types.length === 0 && <p className="px-2 text-muted text-sm">{t('picker.none')}</p>}
    </aside>
  )
}

function PaletteItem({ type }: { type: string }) {
  const editor = useEditor()
  const words = useWords()
  return (
    <button
      type="button"
      title={words.short(type)}
      onPointerDown={(event) => dragStep(editor, { type }, event)}
      onClick={() => addFromPalette(editor, type)}
      className="flex w-full cursor-grab touch-none items-center gap-2.5 rounded-md border border-transparent p-1.5 text-start hover:border-line hover:bg-raised hover:shadow-card max-lg:justify-center"
    >
      <IconTile icon={words.icon(type)} tone={words.group(type)} />
      <span className="min-w-0 max-lg:sr-only">
        <span className="block truncate font-medium text-sm">{words.name(type)}</span>
        <span className="line-clamp-2 text-2xs text-muted leading-3.5">{words.short(type)}</span>
      </span>
    </button>
  )
}
