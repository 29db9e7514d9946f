import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type SavedJourney, useRenameJourney } from '@/data/journeys'
import { useEditor } from '../store/EditorContext'

const LONGEST = 200

/** The name, changed in place: Enter keeps, Escape gives up. An empty name is not kept. */
export function JourneyName({ saved }: { saved: SavedJourney }) {
  const { t } = useTranslation('editor')
  const { world } = useEditor()
  const rename = useRenameJourney(world.workspaceId)
  const [typed, setTyped] = useState<string>()
  const keep = () => {
    const name = typed?.trim()
    if (name && name !== saved.name) rename.mutate({ journeyId: saved.id, name })
    setTyped(undefined)
  }
  const shown = typed ?? (rename.isPending ? rename.variables.name : saved.name)
  if (world.readOnly) return <h1 className="truncate font-semibold text-base">{saved.name}</h1>
  return (
    <>
      <h1 className="sr-only">{saved.name}</h1>
      <input
        dir="auto"
        aria-label={t('bar.name')}
        maxLength={LONGEST}
        value={shown}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key !== 'Escape') return
          event.stopPropagation()
          setTyped(undefined)
        }}
        className="field-sizing-content h-8 min-w-24 max-w-[min(28rem,60vw)] truncate rounded-sm border border-transparent bg-transparent px-2 font-semibold text-base outline-none hover:border-line focus:border-accent focus:bg-surface focus:ring-3 focus:ring-accent/25"
      />
    </>
  )
}
