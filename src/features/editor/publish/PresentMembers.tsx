import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { segmentCountsQuery, useSegmentNames } from '@/data/segments'
import { triggerData } from '@/nodes/trigger/triggerData'
import { Notice } from '@/ui/Notice'
import { useEditor, useEditorState } from '../store/EditorContext'

/** How many are let in by publishing alone, because they are in a segment already. */
export function PresentMembers() {
  const { t } = useTranslation('editor')
  const { world } = useEditor()
  const nodes = useEditorState(({ journey }) => journey.nodes)
  const segments = nodes.filter(world.shapes.isEntry).flatMap(({ data: written }) => {
    const { data } = triggerData.safeParse(written)
    return data?.on === 'segmentEntered' && data.includePresent && data.segment !== '' ? [data.segment] : []
  })
  const isAsked = segments.length > 0
  const { data: names } = useSegmentNames(world.workspaceId, isAsked)
  const { data: counts } = useQuery({ ...segmentCountsQuery(world.workspaceId), enabled: isAsked })
  if (!names || !counts) return null
  return [...new Set(segments)].map((id) => (
    <Notice key={id}>
      {t('publish.present', {
        count: counts.get(id) ?? 0,
        segment: names.find((segment) => segment.id === id)?.name ?? '',
      })}
    </Notice>
  ))
}
