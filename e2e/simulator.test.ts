import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { panel, slotAfter, writeEmail } from './canvas.ts'
import { focusIsOn } from './keys.ts'
import { launchBrowser } from './launchBrowser.ts'
import { accessibilityIssues, openApp } from './openApp.ts'
import { newJourney, signUp } from './signUp.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test('a draft is tried out by keyboard, in words, on the canvas and in the mail, and leaves nothing behind', async () => {
  const { page, errors, close } = await openApp(browser)
  await signUp(page, { workspace: 'Trials', languages: [] })
  await drawReminder(page)
  await page.getByRole('status').getByText('Saved').waitFor()

  await page.keyboard.press('Escape')
  await focusIsOn(page, /^Step 3 of 3/)
  await page.keyboard.press('t')
  await focusIsOn(page, /^Try it out/)
  const tryOut = panel(page, 'Try it out')
  const rows = tryOut.getByRole('log').getByRole('listitem')
  await tryOut.getByRole('button', { name: 'Next step' }).focus()
  await page.keyboard.press('Enter')
  await rows.filter({ hasText: 'Entered the journey' }).waitFor()
  await page.keyboard.press('Enter')
  await rows.filter({ hasText: /Waits until/ }).waitFor()
  await tryOut.getByRole('button', { name: 'Skip the wait' }).press('Enter')
  await rows.filter({ hasText: 'The time was over' }).waitFor()
  await tryOut.getByRole('button', { name: 'Next step' }).press('Enter')
  const mail = tryOut.frameLocator('iframe[title="Email in English"]')
  await mail.getByText('Is your tea all gone, Maria?').waitFor()
  expect(await accessibilityIssues(page)).toEqual([])
  await page.screenshot({ path: 'test-results/simulator.png' })
  await tryOut.getByRole('button', { name: 'Next step' }).press('Enter')
  await tryOut.getByText(/The journey ends/).waitFor()

  await page.keyboard.press('Escape')
  await tryOut.waitFor({ state: 'hidden' })
  expect(await stored(page)).toEqual({ enrollments: [], step_log: [], deliveries: [], events: [] })
  expect(errors).toEqual([])
  await close()
})

async function drawReminder(page: Page) {
  await newJourney(page, 'Reminder')
  await page.getByRole('button', { name: 'Add: Trigger' }).click()
  await panel(page, 'Trigger').getByRole('combobox', { name: 'When this event happens' }).fill('ordered')
  await page.keyboard.press('Enter')
  await (await slotAfter(page, 'Trigger', 'next')).click()
  await page.getByRole('option', { name: /^Wait/ }).click()
  await (await slotAfter(page, 'Wait', 'next')).click()
  await page.getByRole('option', { name: /^Email/ }).click()
  const body = 'Is your tea all gone, {{ contact.first_name }}?'
  await writeEmail(page, 'Reminder', { English: { subject: 'More tea', body } })
}

const rows = z.array(z.unknown())

/** What the workspace holds of anybody's way through a journey, asked as the person who is signed in. */
async function stored(page: Page): Promise<Record<string, unknown[]>> {
  const workspaceId = new URL(page.url()).pathname.split('/')[2] ?? ''
  const token = await page.evaluate(() => JSON.parse(localStorage.getItem('sb-127-auth-token') ?? '{}').access_token)
  const headers = { apikey: inject('publishableKey'), authorization: `Bearer ${token}` }
  const answers = ['enrollments', 'step_log', 'deliveries', 'events'].map(
    async (table): Promise<[string, unknown[]]> => {
      const answer = await fetch(`${inject('url')}/rest/v1/${table}?workspace_id=eq.${workspaceId}&limit=5`, {
        headers,
      })
      return [table, rows.parse(await answer.json())]
    },
  )
  return Object.fromEntries(await Promise.all(answers))
}
