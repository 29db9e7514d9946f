import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser } from './launchBrowser.ts'
import { accessibilityIssues, openApp } from './openApp.ts'
import { newJourney, signUp } from './signUp.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test('what ends a journey early is set by rules, which read as sentences', async () => {
  const { page, errors, close } = await openApp(browser)
  await signUp(page, { workspace: 'Leaving', languages: [] })
  await newJourney(page, 'Leaving')
  await page.getByRole('button', { name: 'Journey settings' }).click()
  const settings = page.getByRole('complementary', { name: 'Journey settings' })
  await settings.getByRole('checkbox', { name: /^When they unsubscribe/ }).click()
  await settings.getByRole('button', { name: 'Add a rule' }).click()
  await settings.getByText('Say what the rule asks.').waitFor()
  await settings.getByRole('button', { name: /^Add a condition/ }).click()
  await settings.getByRole('combobox', { name: /^Condition 1 is about/ }).click()
  await page.getByRole('option', { name: 'Score', exact: true }).click()
  await settings.getByRole('textbox', { name: /^Value of condition 1/ }).fill('50')
  await page.keyboard.press('Enter')
  await settings.getByText(/^Read as: the score is at least 50/).waitFor()
  await settings.getByRole('combobox', { name: 'When, exit rule 1' }).click()
  await page.getByRole('option', { name: 'As soon as the rule no longer holds' }).click()
  expect(await accessibilityIssues(page)).toEqual([])
  await page.reload()
  await page.getByRole('button', { name: 'Journey settings' }).click()
  await settings.getByText(/^Read as: the score is at least 50/).waitFor()
  expect(await settings.getByRole('checkbox', { name: /^When they unsubscribe/ }).isChecked()).toBe(true)
  expect(errors).toEqual([])
  await close()
})

test('X11: a contact is erased after a word of warning, and is nowhere to be found', async () => {
  const { page, errors, close } = await openApp(browser)
  await signUp(page, { workspace: 'Erasing', languages: [] })
  await identify(await writeKey(page), 'ana@people.example')
  await page.getByRole('link', { name: 'Contacts' }).click()
  await page.getByRole('link', { name: 'ana@people.example' }).click()
  await page.getByRole('button', { name: 'Erase' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Erase ana@people.example?' })
  await dialog.getByText('This cannot be taken back.').waitFor()
  expect(await accessibilityIssues(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Erase for good' }).click()
  await page.getByText('The contact was erased').waitFor()
  await page.waitForURL('**/contacts')
  await page.getByRole('link', { name: 'ana@people.example' }).waitFor({ state: 'detached' })
  expect(errors).toEqual([])
  await close()
})

async function writeKey(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('tab', { name: 'Sending events' }).click()
  await page.getByRole('button', { name: 'Show the key' }).click()
  const key = page.getByText(/^wk_[0-9a-f]{8,}$/).first()
  return (await key.textContent()) ?? ''
}

async function identify(key: string, email: string) {
  const response = await fetch(`${inject('url')}/v1/identify`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ userId: 'ana', traits: { email, first_name: 'Ana' } }),
  })
  if (!response.ok) throw new Error(await response.text())
}
