import { useState } from 'react'
import type { SavedJourney } from '@/data/journeys'
import type { WorkspaceLocale } from '@/data/workspaceLocales'
import type { Workspace } from '@/data/workspaces'
import type { Journey } from '@/engine/journey'
import { EditorScope, Workbench } from './JourneyEditor'
import { NumbersMode } from './numbers/NumbersMode'
import { useNumbersSearch } from './numbers/useNumbersSearch'
import { ConflictDialog } from './saving/ConflictDialog'
import { LeaveDialog } from './saving/LeaveDialog'
import { useAutosave } from './saving/useAutosave'
import { createEditorStore } from './store/createEditorStore'
import type { Editor } from './store/EditorContext'
import { createWorld } from './store/world'
import { TopBar } from './topbar/TopBar'

export interface OpenJourneyProps {
  saved: SavedJourney
  draft: Journey
  workspace: Workspace
  locales: readonly WorkspaceLocale[]
  readOnly: boolean
}

/** One open journey. The draft stays open, with all that can be undone, while numbers are looked at. */
export function OpenJourney({ saved, draft, workspace, locales, readOnly }: OpenJourneyProps) {
  const [editor] = useState(
    (): Editor => ({
      world: createWorld({
        workspaceId: workspace.id,
        journeyId: saved.id,
        check: { locales: locales.map(({ locale }) => locale), sourceLocale: workspace.source_locale },
        zone: workspace.time_zone,
        readOnly,
      }),
      store: createEditorStore({ journey: draft, revision: saved.revision }),
    }),
  )
  const flush = useAutosave(editor)
  const { shown } = useNumbersSearch()
  const showsNumbers = shown && saved.live_version !== null
  return (
    <EditorScope editor={editor}>
      <TopBar saved={saved} flush={flush} />
      {showsNumbers ? <NumbersMode saved={saved} locales={locales} draft={editor} /> : <Workbench />}
      <ConflictDialog name={saved.name} />
      <LeaveDialog flush={flush} />
    </EditorScope>
  )
}
