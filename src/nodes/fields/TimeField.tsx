import { TextField } from '@/ui/TextField'
import { useDraft } from './useDraft'

type TimeFieldProps = {
  label: string
  hint?: string
  value: string
  onCommit: (time: string) => void
  disabled: boolean
}

/** A time of day. The browser answers with nothing while it is not whole; then the old one stays. */
export function TimeField({ value, onCommit, ...field }: TimeFieldProps) {
  const draft = useDraft(value, (text) => text !== '' && onCommit(text.slice(0, 'hh:mm'.length)))
  return (
    <TextField
      {...field}
      type="time"
      step={60}
      value={draft.text}
      onChange={(event) => draft.type(event.target.value)}
      onBlur={draft.leave}
      onKeyDown={draft.leaveOnEnter}
    />
  )
}
