import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { chooseLocale } from '@/content/chooseLocale'
import { journeyNumbersQuery } from '@/data/journeyNumbers'
import type { SavedJourney } from '@/data/journeys'
import { versionQuery } from '@/data/versions'
import type { WorkspaceLocale } from '@/data/workspaceLocales'
import type { Journey } from '@/engine/journey'
import { useErrorText } from '@/lib/useErrorText'
import { ErrorState } from '@/ui/ErrorState'
import { EditorSkeleton } from '../EditorSkeleton'
import { EditorScope, Workbench } from '../JourneyEditor'
import { CARD } from '../layout/measures'
import { createEditorStore } from '../store/createEditorStore'
import type { Editor } from '../store/EditorContext'
import { createWorld } from '../store/world'
import { NumbersBar } from './NumbersBar'
import { tally } from './tally'
import { useNumbersSearch } from './useNumbersSearch'

type NumbersModeProps = { saved: SavedJourney; draft: Editor; locales: readonly WorkspaceLocale[] }

/** The published document of one version with what happened in it. Nothing can be changed here: numbers belong to what ran. */
export function NumbersMode({ saved, draft, locales }: NumbersModeProps) {
  const { workspaceId } = draft.world
  const search = useNumbersSearch()
  const version = search.version ?? saved.live_version ?? 1
  const published = useQuery(versionQuery(workspaceId, saved.id, version))
  const errorText = useErrorText()
  if (published.error) {
    return <ErrorState description={errorText(published.error)} onRetry={() => void published.refetch()} />
  }
  if (!published.data) return <EditorSkeleton />
  return (
    <Published key={version} journey={published.data} version={version} saved={saved} draft={draft} locales={locales} />
  )
}

/** Room under a card for what it shows; a message has more to tell. */
const room = (type: string | undefined) => (type === 'message' ? 75 : 31)

function Published({
  journey,
  version,
  saved,
  draft,
  locales,
}: NumbersModeProps & { journey: Journey; version: number }) {
  const [editor] = useState((): Editor => {
    const types = new Map(journey.nodes.map(({ id, type }) => [id, type]))
    return {
      world: createWorld({ ...draft.world, readOnly: true, heightOf: (id) => CARD.height + room(types.get(id)) }),
      store: createEditorStore({ journey, revision: 0 }),
    }
  })
  const { locale } = useNumbersSearch()
  const { data: rows } = useQuery(journeyNumbersQuery(draft.world.workspaceId, saved.id))
  const localeOf = useLocaleOf(draft, locales)
  useEffect(() => {
    if (rows) editor.store.getState().setNumbers(tally(rows, { version, locale, localeOf }))
  }, [editor, rows, version, locale, localeOf])
  return (
    <EditorScope editor={editor}>
      <NumbersBar saved={saved} version={version} locales={locales} />
      <Workbench />
    </EditorScope>
  )
}

/** Contacts write their language in many ways; here each counts under the workspace's locale they are written to in. */
function useLocaleOf({ world }: Editor, locales: readonly WorkspaceLocale[]) {
  return useMemo(() => {
    const available = locales.map(({ locale }) => locale)
    const fallbacks = Object.fromEntries(locales.map((each) => [each.locale, each.fallbacks]))
    return (raw: string) => chooseLocale({ wanted: raw, available, fallbacks, source: world.check.sourceLocale }).locale
  }, [world, locales])
}
