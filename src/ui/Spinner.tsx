import { LoaderCircle } from 'lucide-react'
import { cx } from './cx'

/** Without a label it only decorates something that already says it is busy. */
export function Spinner({ label, className }: { label?: string; className?: string }) {
  const icon = <LoaderCircle aria-hidden className={cx('size-4 animate-spin', className)} />
  if (!label) return icon
  return (
    <span role="status" className="inline-flex items-center gap-2 text-muted text-sm">
      {icon}
      {label}
    </span>
  )
}
