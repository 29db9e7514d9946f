import type { ReactFlowInstance } from '@xyflow/react'
import { Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '@/ui/IconButton'
import { useEditor } from '../store/EditorContext'
import { canvasOf } from './canvasHandle'

export function ZoomButtons({ flow }: { flow: ReactFlowInstance | undefined }) {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  return (
    <div className="absolute start-3 bottom-3 flex flex-col rounded-md border border-line bg-surface shadow-card">
      <IconButton label={t('canvas.zoomIn')} icon={ZoomIn} onClick={() => void flow?.zoomIn()} />
      <IconButton label={t('canvas.zoomOut')} icon={ZoomOut} onClick={() => void flow?.zoomOut()} />
      <IconButton label={t('action.fit')} icon={Maximize} onClick={() => canvasOf(editor)?.fit()} />
    </div>
  )
}
