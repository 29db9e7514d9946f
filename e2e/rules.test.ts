import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { card, panel, slotAfter } from './canvas.ts'
import { focusIsOn, tabTo } from './keys.ts'
import { launchBrowser } from './launchBrowser.ts'
import { accessibilityIssues, openApp } from './openApp.ts'
import { newJourney, signUp } from './signUp.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** An open panel of a wait for a rule. */
async function waitForRule(page: Page, workspace: string) {
  await signUp(page, { workspace, languages: [] })
  await newJourney(page, workspace)
  await page.getByRole('button', { name: 'Add: Trigger' }).click()
  await (await slotAfter(page, 'Trigger', 'next')).click()
  await page.getByRole('option', { name: /^Wait/ }).click()
  await panel(page, 'Wait').getByRole('radio', { name: 'Until a rule is true' }).click()
}

test('M23: a rule with a group is written, changed and read back without a mouse', async () => {
  const { page, errors, close } = await openApp(browser)
  await waitForRule(page, 'Rules')
  const press = (key: string) => page.keyboard.press(key)
  const type = (text: string) => page.keyboard.type(text)
  const choose = async (field: RegExp, option: string) => {
    await tabTo(page, field)
    await press('Enter')
    await page.getByRole('option', { name: option, exact: true }).waitFor()
    await type(option)
    await press('Enter')
    await page.getByRole('option', { name: option, exact: true }).waitFor({ state: 'hidden' })
  }
  await tabTo(page, /^Add a condition/)
  await press('Enter')
  await choose(/^Condition 1 is about/, 'Score')
  await tabTo(page, /^Value of condition 1/)
  await press('Control+a')
  await type('50')
  await tabTo(page, /^Add a group/)
  await press('Enter')
  await choose(/^Condition 2\.1 is about/, 'Lifecycle stage')
  await tabTo(page, /^loyal/)
  await press('Space')
  await tabTo(page, /^Add a condition/)
  await press('Enter')
  await choose(/^Condition 2\.2 is about/, 'Can be reached')
  await page
    .getByText('Read as: the score is at least 50 and (the lifecycle stage is loyal or reachable by email)')
    .waitFor()
  await tabTo(page, /^Remove condition 2\.2/)
  await press('Enter')
  await focusIsOn(page, /^Remove condition 2\.1|^Add a condition/)
  await press('Escape')
  await card(page, 'Wait Wait until the score is at least 50 and the lifecycle stage is loyal').waitFor()
  expect(errors).toEqual([])
  await close()
})

test('every kind of condition is there for everybody, by day and by night', async () => {
  const { page, errors, close } = await openApp(browser)
  await waitForRule(page, 'Kinds')
  const wait = panel(page, 'Wait')
  const kinds = [
    'Attribute unchanged for a time',
    'Did an event',
    'First or last event',
    'Message',
    'Segment or list',
    'Lifecycle stage',
    'Subscription',
    'Can be reached',
    'Language',
  ]
  for (const [index, kind] of kinds.entries()) {
    await wait.getByRole('button', { name: 'Add a condition' }).last().click()
    await wait.getByRole('combobox', { name: `Condition ${index + 1} is about` }).click()
    await page.getByRole('option', { name: kind, exact: true }).click()
  }
  await wait.getByRole('button', { name: 'Add a group' }).click()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect.poll(() => accessibilityIssues(page), { timeout: 10_000 }).toEqual([])
  }
  expect(errors).toEqual([])
  await close()
}, 60_000)
