import { useState } from 'react'
import type { SavedJourney } from '@/data/journeys'
import { sameJson } from '@/data/sameJson'
import type { WorkspaceLocale } from '@/data/workspaceLocales'
import type { Workspace } from '@/data/workspaces'
import type { Journey } from '@/engine/journey'
import type { SendingPolicy } from '@/engine/policy'
import { EditorScope, Workbench } from './JourneyEditor'
import { NumbersMode } from './numbers/NumbersMode'
import { useNumbersSearch } from './numbers/useNumbersSearch'
import { ConflictDialog } from './saving/ConflictDialog'
import type { KeptHistory } from './saving/keptHistory'
import { LeaveDialog } from './saving/LeaveDialog'
import { useAutosave } from './saving/useAutosave'
import { useKeptHistory } from './saving/useKeptHistory'
import { createEditorStore } from './store/createEditorStore'
import type { Editor } from './store/EditorContext'
import { createWorld } from './store/world'
import { TopBar } from './topbar/TopBar'

export interface OpenJourneyProps {
  saved: SavedJourney
  draft: Journey
  workspace: Workspace
  locales: readonly WorkspaceLocale[]
  /** The workspace's rules of sending. */
  policy: SendingPolicy
  readOnly: boolean
  /** What this browser kept of the draft, under a key of its own. */
  kept: { key: string; history: KeptHistory | null }
}

/** One open journey. The draft stays open, with all that can be undone, while numbers are looked at. */
export function OpenJourney({ saved, draft, workspace, locales, policy, readOnly, kept }: OpenJourneyProps) {
  const [editor] = useState(
    (): Editor => ({
      world: createWorld({
        workspaceId: workspace.id,
        journeyId: saved.id,
        check: {
          locales: locales.map(({ locale }) => locale),
          sourceLocale: workspace.source_locale,
          ...asChecked(policy),
        },
        zone: workspace.time_zone,
        readOnly,
      }),
      store: openedStore({ draft, revision: saved.revision, history: readOnly ? null : kept.history }),
    }),
  )
  const [stored] = useState(draft)
  const flush = useAutosave(editor, stored)
  useKeptHistory(editor, kept.key)
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

const asChecked = ({ topics, quietHours }: SendingPolicy) => ({ topics: Object.keys(topics), quietHours })

interface Opening {
  draft: Journey
  revision: number
  history: KeptHistory | null
}

/** A history goes on where it leads to the stored draft, or on from it, with changes that were not saved when the page was left. */
function openedStore({ draft, revision, history }: Opening) {
  const store = createEditorStore({ journey: draft, revision })
  if (!history) return store
  if (sameJson(history.journey, draft)) store.getState().resume({ ...history, journey: draft })
  else if (history.revision === revision) store.getState().resume(history)
  return store
}
