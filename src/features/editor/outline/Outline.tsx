import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { handleKey } from '../actions/handleKey'
import { handOverCanvas } from '../canvas/canvasHandle'
import { EmptyCanvas } from '../canvas/EmptyCanvas'
import { type OutlineRow, outlineRows } from '../layout/outlineRows'
import { useEditor, useEditorState } from '../store/EditorContext'
import { OutlineEnd } from './OutlineEnd'
import { OutlineStep } from './OutlineStep'

/** The journey as a list, for narrow screens: the same steps, the same keys, the same panel. */
export function Outline() {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  const list = useRef<HTMLDivElement>(null)
  useOutlineHandle(list)
  const journey = useEditorState((state) => state.journey)
  const rows = useMemo(() => outlineRows(journey, editor.world.shapes), [journey, editor])
  const isEmpty = rows.length === 0
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      ref={list}
      role="group"
      data-canvas
      tabIndex={-1}
      aria-label={t('canvas.label')}
      onKeyDown={(event) => handleKey(editor, event, { onCanvas: true })}
      className="relative min-w-0 flex-1 overflow-y-auto bg-canvas p-3 outline-none"
    >
      {isEmpty ? <EmptyCanvas /> : <Rows rows={rows} />}
    </div>
  )
}

function Rows({ rows }: { rows: readonly OutlineRow[] }) {
  return (
    <ol className="flex flex-col gap-2">
      {rows.map((row) => {
        const indent = { paddingInlineStart: `${Math.min(row.depth, 4) * 1.25}rem` }
        return row.kind === 'step' ? (
          <li key={row.nodeId} style={indent}>
            <OutlineStep nodeId={row.nodeId} lane={row.lane} />
          </li>
        ) : (
          <li key={`${row.at.nodeId} ${row.at.port}`} style={indent}>
            <OutlineEnd at={row.at} />
          </li>
        )
      })}
    </ol>
  )
}

function useOutlineHandle(list: RefObject<HTMLDivElement | null>) {
  const editor = useEditor()
  useEffect(() => {
    const find = (nodeId: string) => list.current?.querySelector<HTMLElement>(`[data-step="${CSS.escape(nodeId)}"]`)
    return handOverCanvas(editor, {
      focusStep: (nodeId) => requestAnimationFrame(() => (nodeId === undefined ? list.current : find(nodeId))?.focus()),
      showStep: (nodeId) => requestAnimationFrame(() => find(nodeId)?.scrollIntoView({ block: 'nearest' })),
      contains: () => false,
      toPicture: (point) => point,
      fit: () => undefined,
    })
  }, [editor, list])
}
