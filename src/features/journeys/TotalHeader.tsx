import { Tooltip } from '@/ui/Tooltip'

/** Heads a column of numbers; pointing at it, or reaching it with the keyboard, tells what is counted. */
export const TotalHeader = ({ label, meaning }: { label: string; meaning: string }) => (
  <Tooltip text={meaning}>
    <button
      type="button"
      aria-description={meaning}
      className="cursor-help rounded-xs underline decoration-dotted underline-offset-4"
    >
      {label}
    </button>
  </Tooltip>
)
