import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** The accessible name of what has the focus, roughly as a screen reader would begin. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement
    if (!at || at === document.body) return 'nothing'
    const labelled = at
      .getAttribute('aria-labelledby')
      ?.split(' ')
      .map((id) => document.getElementById(id)?.textContent)
    const label =
      at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.labels?.[0]?.textContent : undefined
    return at.getAttribute('aria-label') ?? labelled?.join(' ') ?? label ?? at.textContent ?? ''
  })

/** Goes on with Tab until what has the focus is called so. Fails after a round. */
export async function tabTo(page: Page, name: RegExp) {
  const met: string[] = []
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    const now = await focused(page)
    if (name.test(now)) return
    met.push(now.slice(0, 40))
  }
  throw new Error(`Tab never came to ${name}; it met ${met.join(' | ')}`)
}

/** Waits until what has the focus is called so. */
export const focusIsOn = (page: Page, name: RegExp) => expect.poll(() => focused(page), { timeout: 5000 }).toMatch(name)
