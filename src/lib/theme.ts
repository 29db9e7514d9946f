import { z } from 'zod'

const STORED_AS = 'perennial.theme'
const choice = z.enum(['light', 'dark', 'system']).catch('system')

export const themeChoices = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof themeChoices)[number]

const prefersDark = () => window.matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

export const readTheme = (): ThemeChoice => choice.parse(localStorage.getItem(STORED_AS))

export function subscribeTheme(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function chooseTheme(theme: ThemeChoice) {
  localStorage.setItem(STORED_AS, theme)
  applyTheme()
  for (const listener of listeners) listener()
}

export function followSystemTheme() {
  applyTheme()
  prefersDark().addEventListener('change', applyTheme)
}

function applyTheme() {
  const theme = readTheme()
  const dark = theme === 'dark' || (theme === 'system' && prefersDark().matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
}
