import { Field } from '@base-ui/react/field'
import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from './cx'

export type FieldProps = {
  label: string
  hint?: ReactNode
  error?: string | undefined
  /** Writes "optional" beside the label. */
  optional?: boolean
  /** For a field whose column heading or neighbour already names it to the eye. */
  hideLabel?: boolean
  disabled?: boolean | undefined
  className?: string
}

export function FieldFrame({ children, ...props }: FieldProps & { children: ReactNode }) {
  const { label, hint, error, optional, hideLabel, disabled, className } = props
  const { t } = useTranslation('ui')
  return (
    <Field.Root
      invalid={Boolean(error)}
      disabled={disabled ?? false}
      className={cx('flex min-w-0 flex-col gap-1.5', className)}
    >
      <Field.Label className={cx('flex gap-1.5 font-medium text-ink text-sm', hideLabel && 'sr-only')}>
        {label}
        {optional && <span className="font-normal text-muted">{t('optional')}</span>}
      </Field.Label>
      {children}
      {hint && <Field.Description className="text-muted text-xs">{hint}</Field.Description>}
      <Field.Error match={Boolean(error)} className="flex items-start gap-1.5 text-danger text-xs">
        <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
        {error}
      </Field.Error>
    </Field.Root>
  )
}
