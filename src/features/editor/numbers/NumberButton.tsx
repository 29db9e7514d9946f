import { cx } from '@/ui/cx'
import { Tooltip } from '@/ui/Tooltip'
import { useFormat } from './useFormat'

type NumberButtonProps = {
  label: string
  count: number
  /** What the share is of. */
  of?: number
  /** The definition with its numbers, as a sentence. */
  meaning: string
  onPress: () => void
  /** On a card, where the canvas is one stop for the keyboard; the panel has the same numbers. */
  pointerOnly?: boolean
  small?: boolean
}

/** A number that says what it means, and leads to the people behind it. */
export function NumberButton({ label, count, of, meaning, onPress, pointerOnly, small }: NumberButtonProps) {
  const format = useFormat()
  const share = of === undefined ? '' : format.share(count, of)
  return (
    <Tooltip text={meaning}>
      <button
        type="button"
        tabIndex={pointerOnly ? -1 : undefined}
        onClick={onPress}
        className={cx(
          'nopan inline-flex items-baseline gap-1 whitespace-nowrap rounded-xs hover:bg-subtle',
          small ? 'px-1 text-2xs' : 'px-1.5 py-0.5 text-sm',
        )}
      >
        <span className="text-muted">{label}</span>
        <span className="font-semibold tabular-nums">{format.count(count)}</span>
        {share && <span className="text-muted tabular-nums">{share}</span>}
      </button>
    </Tooltip>
  )
}
