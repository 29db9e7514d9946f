import { Analytics } from '@segment/analytics-node'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { card, drag, panel, portOf, setAttributePath, slotAfter, stepFigures, writeEmail } from './canvas.ts'
import { launchBrowser } from './launchBrowser.ts'
import { accessibilityIssues, openApp } from './openApp.ts'
import { newJourney, signUp } from './signUp.ts'
import { hoursFromNow, mailsTo, moveClock } from './stackCalls.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test('a marketer draws a journey with the mouse, publishes it, and sees what became of real people', async () => {
  const { page, errors, close } = await openApp(browser)
  await signUp(page, { workspace: 'Tea & Sons', languages: ['Romanian', 'Arabic'] })
  await newJourney(page, 'Welcome')

  await page.getByRole('button', { name: 'Add: Trigger' }).click()
  await panel(page, 'Trigger').getByRole('combobox', { name: 'When this event happens' }).fill('signed_up')
  await page.keyboard.press('Enter')
  const palette = page.getByRole('complementary', { name: 'Steps to add' })
  const slot = page.getByRole('button', { name: 'Add a step', exact: true })
  await drag(page, palette.getByRole('button', { name: /^Wait/ }), slot)
  await panel(page, 'Wait').getByRole('textbox', { name: 'Number' }).fill('2')
  await page.keyboard.press('Tab')
  await card(page, 'Wait Wait 2 days').waitFor()

  await slot.click()
  await page.getByRole('option', { name: /^Branch/ }).click()
  await setAttributePath(page, 'plan', 'pro')
  await drag(page, palette.getByRole('button', { name: /^Email/ }), await slotAfter(page, 'Branch', 'path1'))
  await writeEmail(page, 'For pros', {
    English: { subject: 'Welcome, {{ first_name }}', body: 'Begin [here](https://tea.example/en).' },
    Romanian: { subject: 'Bine ai venit, {{ first_name }}', body: `Începe [aici](${inject('url')}${landed}).` },
    Arabic: { subject: 'أهلاً {{ first_name }}', body: 'ابدأ [هنا](https://tea.example/ar).' },
  })
  await (await slotAfter(page, 'Branch', 'else')).click()
  await page.getByRole('option', { name: /^Email/ }).click()
  await writeEmail(page, 'For everyone', { English: { subject: 'Hello', body: 'Nice to meet you.' } })

  await (await slotAfter(page, 'Email Send “For pros”', 'next')).click()
  await page.getByRole('option', { name: /^Exit/ }).click()
  await card(page, 'Exit').waitFor()
  await drag(page, portOf(page, 'Email Send “For everyone”', 'next'), card(page, 'Exit'))
  await slot.waitFor({ state: 'detached' })
  expect(await accessibilityIssues(page)).toEqual([])

  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('button', { name: 'Publish now' }).click()
  await page.getByText(/Live · version 1/).waitFor()

  const key = await writeKeyFromSettings(page)
  const analytics = new Analytics({ writeKey: key, host: inject('url'), flushAt: 1 })
  for (const [userId, traits] of Object.entries(people)) {
    analytics.identify({ userId, traits })
    analytics.track({ userId, event: 'signed_up' })
  }
  await analytics.closeAndFlush()
  await moveClock(hoursFromNow(47))
  expect(await mailsTo(people.ana.email)).toEqual([])
  await moveClock(hoursFromNow(49))

  expect((await mailsTo(people.layla.email))[0]?.html).toContain('dir="rtl"')
  expect((await mailsTo(people.joe.email))[0]?.subject).toBe('Hello')
  const mailbox = await page.context().newPage()
  await mailbox.goto(`/mailbox?to=${people.ana.email}`)
  await mailbox.getByRole('link', { name: /Bine ai venit, Ana/ }).click()
  const landing = mailbox.waitForEvent('popup')
  await mailbox.frameLocator('iframe').getByRole('link', { name: 'aici' }).click()
  await (await landing).waitForURL(`**${landed}`)

  await page.getByRole('link', { name: 'Journeys' }).click()
  await page.getByRole('link', { name: 'Welcome' }).click()
  await page.getByRole('button', { name: 'Numbers' }).click()
  await page.getByRole('button', { name: 'Entered 3' }).waitFor()
  const forPros = stepFigures(page, 'Email Send “For pros”')
  await forPros.getByRole('button', { name: 'Sent 2 100%' }).waitFor()
  await forPros.getByRole('button', { name: 'Delivered 2 100%' }).waitFor()
  await forPros.getByRole('button', { name: 'Opened 1 50%' }).waitFor()
  await stepFigures(page, 'Exit').getByRole('button', { name: 'Arrived 3' }).waitFor()
  await page.getByRole('button', { name: '2 67%' }).waitFor()
  await page.getByRole('combobox', { name: 'Language of the contacts' }).click()
  await page.getByRole('option', { name: 'Romanian' }).click()
  await forPros.getByRole('button', { name: 'Clicked 1 100%' }).click()
  await page
    .getByRole('complementary', { name: 'People' })
    .getByRole('link', { name: /ana@tea.example/ })
    .click()
  await page.getByRole('heading', { name: 'ana@tea.example' }).waitFor()
  expect(await accessibilityIssues(page)).toEqual([])

  expect(errors).toEqual([])
  await close()
})

/** Where the Romanian mail's link leads: a page that is there without the internet. */
const landed = '/mailbox?to=landed@tea.example'

const people = {
  ana: { email: 'ana@tea.example', first_name: 'Ana', locale: 'ro-RO', plan: 'pro' },
  layla: { email: 'layla@tea.example', first_name: 'ليلى', locale: 'ar', plan: 'pro' },
  joe: { email: 'joe@tea.example', first_name: 'Joe', locale: 'en', plan: 'free' },
}

async function writeKeyFromSettings(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('tab', { name: 'Sending events' }).click()
  await page.getByRole('button', { name: 'Show the key' }).click()
  return (
    (await page
      .getByText(/^wk_[0-9a-f]{8,}$/)
      .first()
      .textContent()) ?? ''
  )
}
