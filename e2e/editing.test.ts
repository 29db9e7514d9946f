import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { card, drag, panel, portOf, slotAfter, writeEmail } from './canvas.ts'
import { launchBrowser } from './launchBrowser.ts'
import { openApp } from './openApp.ts'
import { newJourney, signUp } from './signUp.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test('steps are inserted on an edge, moved, deleted with healing and brought back', async () => {
  const { page, errors, close } = await openApp(browser)
  await signUp(page, { workspace: 'Edits', languages: [] })
  await newJourney(page, 'Edits')
  await page.getByRole('button', { name: 'Add: Trigger' }).click()
  await (await slotAfter(page, 'Trigger', 'next')).click()
  await page.getByRole('option', { name: /^Exit/ }).click()

  await page.getByRole('button', { name: 'Add a step here' }).click()
  await page.getByRole('option', { name: /^Wait/ }).click()
  await card(page, 'Wait Wait 1 day.*next: Exit').waitFor()
  await page.getByRole('button', { name: 'Add a step here' }).last().click()
  await page.getByRole('option', { name: /^Email/ }).click()
  await card(page, 'Wait Wait 1 day.*next: Email').waitFor()

  await drag(page, card(page, 'Email'), page.getByRole('button', { name: 'Add a step here' }).first())
  await card(page, 'Email.*next: Wait').waitFor()
  await card(page, 'Email').press('Delete')
  await card(page, 'Trigger.*next: Wait').waitFor()
  await page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Undo' }).click()
  await card(page, 'Trigger.*next: Email').waitFor()
  await page.getByRole('button', { name: /^Undo/ }).first().click()
  await card(page, 'Wait Wait 1 day.*next: Email').waitFor()
  await page.getByRole('button', { name: /^Redo/ }).first().click()
  await card(page, 'Trigger.*next: Email').waitFor()
  await page.getByRole('status').getByText('Saved').waitFor()
  await page.reload()
  await card(page, 'Trigger.*next: Email').waitFor()
  expect(errors).toEqual([])
  await close()
})

test('of two editors the second is told, and loses nothing', async () => {
  const { page, close } = await openApp(browser)
  await signUp(page, { workspace: 'Two', languages: [] })
  await newJourney(page, 'Shared')
  await page.getByRole('button', { name: 'Add: Trigger' }).click()
  await page.getByRole('status').getByText('Saved').waitFor()
  const second = await page.context().newPage()
  await second.goto(page.url())
  await card(second, 'Trigger').waitFor()

  await panel(page, 'Trigger').getByRole('combobox', { name: 'When this event happens' }).fill('signed_up')
  const saved = page.waitForResponse((response) => response.request().method() === 'PATCH')
  await page.keyboard.press('Enter')
  await saved
  await (await slotAfter(second, 'Trigger', 'next')).click()
  await second.getByRole('option', { name: /^Exit/ }).click()

  await second.getByRole('heading', { name: 'Changed by someone else' }).waitFor()
  await second.getByRole('button', { name: 'Keep mine as a copy' }).click()
  await second.getByRole('heading', { name: 'Shared (copy)' }).waitFor()
  await card(second, 'Trigger.*next: Exit').waitFor()
  await page.reload()
  await card(page, 'Trigger When signed_up happens.*nothing follows').waitFor()
  await close()
})

test('a live journey is paused, resumed and stopped, each said in its place', async () => {
  const { page, errors, close } = await openApp(browser)
  await signUp(page, { workspace: 'States', languages: [] })
  await newJourney(page, 'States')
  await page.getByRole('button', { name: 'Add: Trigger' }).click()
  await panel(page, 'Trigger').getByRole('combobox', { name: 'When this event happens' }).fill('signed_up')
  await page.keyboard.press('Enter')
  await (await slotAfter(page, 'Trigger When', 'next')).click()
  await page.getByRole('option', { name: /^Email/ }).click()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  expect(await page.getByRole('button', { name: 'Publish now' }).isDisabled()).toBe(true)
  await page.getByRole('button', { name: 'Not now' }).click()
  await writeEmail(page, 'Hi', { English: { subject: 'Hi', body: 'Welcome.' } })
  expect(await portOf(page, 'Email', 'next').count()).toBe(1)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('button', { name: 'Publish now' }).click()

  await page.getByRole('button', { name: /Live · version 1/ }).click()
  await page.getByRole('menuitem', { name: /^Pause/ }).click()
  await page.getByRole('button', { name: /Paused · version 1/ }).click()
  await page.getByRole('menuitem', { name: /^Resume/ }).click()
  await page.getByRole('button', { name: /Live · version 1/ }).click()
  await page.getByRole('menuitem', { name: /^Stop/ }).click()
  await page.getByRole('radio', { name: /End it for them now/ }).click()
  await page.getByRole('button', { name: 'End it for everybody' }).click()
  await page.getByRole('button', { name: /Stopped/ }).waitFor()
  expect(errors).toEqual([])
  await close()
})
