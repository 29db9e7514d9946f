import { CircleCheck, MapPin } from 'lucide-react'
import { useEditorState } from '../store/EditorContext'
import { placeOnTrail } from './placeOnTrail'

/** Where the simulated contact has been and where they stand. The timeline says it in words. */
export function TrailMark({ nodeId }: { nodeId: string }) {
  const place = useEditorState((state) => placeOnTrail(state, nodeId))
  if (place === undefined) return null
  const Icon = place === 'current' ? MapPin : CircleCheck
  return (
    <span
      aria-hidden
      className={`pointer-events-none absolute end-2 bottom-2 rounded-full bg-surface ${place === 'current' ? 'text-accent' : 'text-positive'}`}
    >
      <Icon className={place === 'current' ? 'size-5' : 'size-4'} />
    </span>
  )
}
