import { beforeEach, expect, test, vi } from 'vitest'
import { chooseTheme, readTheme, subscribeTheme } from './theme'

beforeEach(() => localStorage.clear())

test('follows the system until the reader chooses', () => {
  expect(readTheme()).toBe('system')
  chooseTheme('dark')
  expect(readTheme()).toBe('dark')
  expect(document.documentElement.dataset.theme).toBe('dark')
  chooseTheme('system')
  expect(document.documentElement.dataset.theme).toBe('light')
})

test('tells whoever shows the choice', () => {
  const listener = vi.fn()
  const stop = subscribeTheme(listener)
  chooseTheme('light')
  stop()
  chooseTheme('dark')
  expect(listener).toHaveBeenCalledTimes(1)
})

test('ignores a stored value it does not know', () => {
  localStorage.setItem('perennial.theme', 'sepia')
  expect(readTheme()).toBe('system')
})
