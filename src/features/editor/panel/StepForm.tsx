import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { setNodeData } from '@/engine/edit/setNodeData'
import type { JourneyNode } from '@/engine/journey'
import type { Problem } from '@/engine/problem'
import { Guide } from '@/nodes/fields/Guide'
import { views } from '@/nodes/views'
import { Notice } from '@/ui/Notice'
import { useEditor } from '../store/EditorContext'
import { useStepChoices } from './useStepChoices'

/** The form a node type brings, over one step's data. */
export function StepForm({ node, problems }: { node: JourneyNode; problems: readonly Problem[] }) {
  const { t } = useTranslation('editor')
  const { store, world } = useEditor()
  const steps = useStepChoices()
  const context = useMemo(
    () => ({
      workspaceId: world.workspaceId,
      journeyId: world.journeyId,
      nodeId: node.id,
      steps,
      sourceLocale: world.check.sourceLocale,
      locales: world.check.locales,
      zone: world.zone,
      readOnly: world.readOnly,
    }),
    [world, node.id, steps],
  )
  const Panel = views[node.type]?.Panel
  const parsed = world.nodeTypes[node.type]?.data.safeParse(node.data)
  if (!Panel || !parsed?.success) return <Notice tone="danger">{t('panel.unreadable')}</Notice>

  const onChange = (changed: unknown) => {
    const data = world.dataOf(changed)
    const change = { code: 'change', type: node.type, key: node.id } as const
    store.getState().edit(change, (journey) => setNodeData(journey, { nodeId: node.id, data, shapes: world.shapes }))
  }
  return (
    <>
      <Panel data={parsed.data} onChange={onChange} problems={problems} context={context} />
      <Guide type={node.type} />
    </>
  )
}
