import { useQuery } from '@tanstack/react-query'
import { PenLine } from 'lucide-react'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedJourney } from '@/data/journeys'
import { sameJson } from '@/data/sameJson'
import { versionQuery } from '@/data/versions'
import { Badge } from '@/ui/Badge'
import { useEditor, useEditorState } from '../store/EditorContext'

/** Says when the draft is not what runs. */
export function UnpublishedChanges({ saved }: { saved: SavedJourney }) {
  return saved.live_version === null ? null : <Compared journeyId={saved.id} version={saved.live_version} />
}

function Compared({ journeyId, version }: { journeyId: string; version: number }) {
  const { t } = useTranslation('editor')
  const { world } = useEditor()
  const { data: live } = useQuery(versionQuery(world.workspaceId, journeyId, version))
  // Comparing reads both documents whole, which must not hold up the edit that asks for it.
  const draft = useDeferredValue(useEditorState(({ journey }) => journey))
  const differs = useMemo(() => live !== undefined && !sameJson(draft, live), [draft, live])
  return differs ? <Badge icon={PenLine}>{t('bar.unpublished')}</Badge> : null
}
