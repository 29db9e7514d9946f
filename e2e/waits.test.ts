import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { card, panel, slotAfter } from './canvas.ts'
import { launchBrowser } from './launchBrowser.ts'
import { accessibilityIssues, openApp } from './openApp.ts'
import { newJourney, signUp } from './signUp.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test('waits by the clock are set in the panel and read on the card, in both directions of writing', async () => {
  const { page, errors, close } = await openApp(browser)
  await signUp(page, { workspace: 'Clock', languages: [] })
  await newJourney(page, 'By the clock')
  await page.getByRole('button', { name: 'Add: Trigger' }).click()
  await (await slotAfter(page, 'Trigger', 'next')).click()
  await page.getByRole('option', { name: /^Wait/ }).click()

  const wait = panel(page, 'Wait')
  await wait.getByRole('radio', { name: 'Until a time of day' }).click()
  for (const day of ['Mon', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']) await wait.getByRole('button', { name: day }).click()
  await card(page, 'Wait Wait until Tuesday 09:00 in the contact’s time zone').waitFor()
  expect(await accessibilityIssues(page)).toEqual([])

  await wait.getByRole('radio', { name: 'Only within hours' }).click()
  await wait.getByLabel('From').fill('22:00')
  await wait.getByLabel('Until', { exact: true }).fill('06:00')
  await page.keyboard.press('Enter')
  await card(page, 'Wait Wait for Tuesday 06:00–22:00').waitFor()
  await wait.getByRole('checkbox', { name: 'Goes on over midnight' }).click()
  await card(page, 'Wait Wait for Tuesday 22:00–06:00').waitFor()

  await page.getByRole('status').getByText('Saved').waitFor()
  await page.evaluate(() => localStorage.setItem('perennial.language', 'ar'))
  await page.evaluate(() => localStorage.setItem('perennial.theme', 'dark'))
  await page.reload()
  await page.locator('[data-step]').nth(1).click()
  await page.getByRole('radio', { name: 'ضمن ساعات معينة فقط' }).waitFor()
  expect(await accessibilityIssues(page)).toEqual([])
  await page.getByRole('radio', { name: 'حتى تاريخ', exact: true }).click()
  expect(errors).toEqual([])
  await close()
})
