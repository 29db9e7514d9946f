import type { Page } from 'playwright-core'

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
export async function focusIsOn(page: Page, name: RegExp) {
  for (let tries = 0; tries < 50; tries++) {
    if (name.test(await focused(page))) return
    await page.evaluate(() => new Promise(requestAnimationFrame))
    await page.waitForTimeout(40)
  }
  throw new Error(`The focus is on "${await focused(page)}", not on ${name}`)
}
