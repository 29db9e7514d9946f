import { cx } from './cx'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'sm' | 'md' | 'lg'

const base =
  'inline-flex shrink-0 select-none items-center justify-center gap-1.5 rounded-sm font-medium whitespace-nowrap transition-colors ' +
  'data-disabled:cursor-not-allowed data-disabled:opacity-50 border forced-colors:border-[ButtonText]'

const variants: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-on-accent shadow-card not-data-disabled:hover:bg-accent-hover',
  secondary: 'border-line bg-raised text-ink shadow-card not-data-disabled:hover:bg-subtle data-popup-open:bg-subtle',
  quiet:
    'border-transparent text-muted not-data-disabled:hover:bg-subtle not-data-disabled:hover:text-ink data-popup-open:bg-subtle data-popup-open:text-ink',
  danger: 'border-transparent bg-danger text-on-danger shadow-card not-data-disabled:hover:bg-danger-hover',
}

const sizes: Record<ButtonSize, string> = {
  sm: 'h-7 px-2.5 text-xs',
  md: 'h-8 px-3 text-sm',
  lg: 'h-10 px-4 text-base',
}

const squares: Record<ButtonSize, string> = { sm: 'size-7', md: 'size-8', lg: 'size-10' }

export const buttonStyle = (variant: ButtonVariant = 'secondary', size: ButtonSize = 'md') =>
  cx(base, variants[variant], sizes[size])

export const iconButtonStyle = (variant: ButtonVariant = 'quiet', size: ButtonSize = 'md') =>
  cx(base, variants[variant], squares[size])
