import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './launchBrowser.ts'
import { accessibilityIssues, openApp } from './openApp.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test('a stranger is asked to sign in, and finds nothing to trip over', async () => {
  const { page, errors, close } = await openApp(browser)
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
  expect(await accessibilityIssues(page)).toEqual([])
  expect(errors).toEqual([])
  await close()
})
