import { useId } from 'react'
import { CopyButton } from './CopyButton'

/** Code reads from left to right in every language. */
export function CodeBlock({ label, code }: { label: string; code: string }) {
  const labelId = useId()
  return (
    <figure aria-labelledby={labelId} className="min-w-0 overflow-hidden rounded-md border border-line">
      <figcaption className="flex items-center justify-between gap-2 border-line border-b bg-subtle py-1 ps-3.5 pe-1.5 font-medium text-xs">
        <span id={labelId}>{label}</span>
        <CopyButton text={code} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre dir="ltr" tabIndex={0} className="overflow-x-auto px-3.5 py-3 font-mono text-xs leading-5">
        {code}
      </pre>
    </figure>
  )
}
