import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import i18next from 'i18next'
import { afterEach, beforeAll } from 'vitest'
import { startI18n } from '@/lib/i18n'

/** A word that is missing on the screen is a failing test, not a bare key for the reader. */
beforeAll(async () => {
  if (typeof document === 'undefined') return
  standInForTheBrowser()
  await startI18n('en')
  i18next.options.saveMissing = true
  i18next.options.missingKeyHandler = (languages, namespace, key) => {
    throw new Error(`No words for ${namespace}:${key} in ${languages.join(', ')}`)
  }
})

afterEach(() => {
  if (typeof document !== 'undefined') cleanup()
})

/** jsdom has no layout, so it lacks what depends on one. */
function standInForTheBrowser() {
  window.matchMedia ??= (query) => Object.assign(new EventTarget(), standInQuery(query))
  window.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  Element.prototype.scrollIntoView ??= () => {}
  Element.prototype.getAnimations ??= () => []
  window.scrollTo = () => {}
}

const standInQuery = (media: string) => ({
  media,
  matches: false,
  onchange: null,
  addListener: () => {},
  removeListener: () => {},
})
