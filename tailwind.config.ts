import type { Config } from 'tailwindcss'
import plugin from 'tailwindcss/plugin'

/** One row per meaning: what it is in the light theme and in the dark one. Nothing else in the product names a colour. */
const tones: Record<string, [light: string, dark: string]> = {
  canvas: ['oklch(0.972 0.004 150)', 'oklch(0.175 0.006 165)'],
  surface: ['oklch(1 0 0)', 'oklch(0.21 0.007 165)'],
  raised: ['oklch(1 0 0)', 'oklch(0.25 0.008 165)'],
  subtle: ['oklch(0.957 0.005 150)', 'oklch(0.265 0.009 165)'],
  line: ['oklch(0.912 0.006 150)', 'oklch(0.31 0.009 165)'],
  'line-strong': ['oklch(0.655 0.012 155)', 'oklch(0.55 0.012 165)'],
  ink: ['oklch(0.235 0.012 160)', 'oklch(0.95 0.004 165)'],
  muted: ['oklch(0.485 0.012 160)', 'oklch(0.735 0.01 165)'],
  accent: ['oklch(0.455 0.092 163)', 'oklch(0.77 0.11 163)'],
  'accent-hover': ['oklch(0.395 0.082 163)', 'oklch(0.83 0.1 163)'],
  'accent-soft': ['oklch(0.95 0.026 163)', 'oklch(0.3 0.042 163)'],
  'on-accent': ['oklch(1 0 0)', 'oklch(0.19 0.03 163)'],
  positive: ['oklch(0.485 0.12 148)', 'oklch(0.79 0.14 150)'],
  'positive-soft': ['oklch(0.955 0.034 148)', 'oklch(0.3 0.05 150)'],
  warning: ['oklch(0.505 0.105 66)', 'oklch(0.83 0.12 80)'],
  'warning-soft': ['oklch(0.962 0.038 85)', 'oklch(0.31 0.045 75)'],
  danger: ['oklch(0.525 0.19 26)', 'oklch(0.755 0.135 22)'],
  'danger-hover': ['oklch(0.465 0.175 26)', 'oklch(0.81 0.11 22)'],
  'danger-soft': ['oklch(0.962 0.02 20)', 'oklch(0.3 0.06 20)'],
  'on-danger': ['oklch(1 0 0)', 'oklch(0.19 0.04 20)'],
  entry: ['oklch(0.49 0.09 163)', 'oklch(0.79 0.1 163)'],
  'entry-soft': ['oklch(0.95 0.028 163)', 'oklch(0.3 0.042 163)'],
  timing: ['oklch(0.51 0.1 66)', 'oklch(0.82 0.1 75)'],
  'timing-soft': ['oklch(0.958 0.034 80)', 'oklch(0.305 0.04 70)'],
  logic: ['oklch(0.5 0.15 300)', 'oklch(0.79 0.1 300)'],
  'logic-soft': ['oklch(0.956 0.024 300)', 'oklch(0.305 0.05 300)'],
  message: ['oklch(0.49 0.14 254)', 'oklch(0.79 0.095 250)'],
  'message-soft': ['oklch(0.956 0.022 250)', 'oklch(0.305 0.05 254)'],
  data: ['oklch(0.5 0.14 350)', 'oklch(0.8 0.1 350)'],
  'data-soft': ['oklch(0.958 0.022 350)', 'oklch(0.305 0.05 350)'],
  end: ['oklch(0.47 0.02 250)', 'oklch(0.77 0.02 250)'],
  'end-soft': ['oklch(0.955 0.006 250)', 'oklch(0.31 0.014 250)'],
  scrim: ['oklch(0.2 0.01 160 / 0.35)', 'oklch(0.08 0.005 160 / 0.6)'],
  shade: ['oklch(0.25 0.02 160 / 0.1)', 'oklch(0.05 0 0 / 0.45)'],
}

const inTheme = (index: 0 | 1) =>
  Object.fromEntries(Object.entries(tones).map(([name, pair]) => [`--tone-${name}`, pair[index]]))

const themeVariables = plugin(({ addBase }) => {
  addBase({
    ':root': { colorScheme: 'light', ...inTheme(0) },
    '[data-theme="dark"]': { colorScheme: 'dark', ...inTheme(1) },
  })
})

export default {
  content: ['./index.html', './src/**/*.{ts,tsx}'],
  darkMode: ['selector', '[data-theme="dark"]'],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      ...Object.fromEntries(Object.keys(tones).map((name) => [name, `var(--tone-${name})`])),
    },
    fontFamily: {
      sans: ['Inter Variable', 'Noto Sans Arabic', 'system-ui', 'sans-serif'],
      mono: ['ui-monospace', 'SFMono-Regular', 'Menlo', 'Consolas', 'monospace'],
    },
    fontSize: {
      '2xs': ['0.6875rem', '1rem'],
      xs: ['0.75rem', '1.125rem'],
      sm: ['0.8125rem', '1.25rem'],
      base: ['0.875rem', '1.375rem'],
      lg: ['1rem', '1.5rem'],
      xl: ['1.25rem', '1.75rem'],
      '2xl': ['1.5rem', '2rem'],
      '3xl': ['1.875rem', '2.375rem'],
    },
    borderRadius: {
      none: '0',
      xs: '0.25rem',
      sm: '0.375rem',
      md: '0.5rem',
      lg: '0.75rem',
      xl: '1rem',
      full: '9999px',
    },
    boxShadow: {
      none: 'none',
      card: '0 1px 2px var(--tone-shade)',
      raised: '0 2px 6px -1px var(--tone-shade), 0 8px 24px -6px var(--tone-shade)',
      overlay: '0 4px 12px -2px var(--tone-shade), 0 24px 56px -12px var(--tone-shade)',
    },
  },
  plugins: [themeVariables],
} satisfies Config
