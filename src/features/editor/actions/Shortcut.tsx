import { Kbd } from '@/ui/Kbd'
import { shownKey } from './isKey'

export const Shortcut = ({ keys }: { keys: readonly string[] }) => (
  <span className="inline-flex gap-0.5">
    {keys.map((key) => (
      <Kbd key={key}>{shownKey(key)}</Kbd>
    ))}
  </span>
)
