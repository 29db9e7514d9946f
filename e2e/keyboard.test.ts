import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { focusIsOn, tabTo } from './keys.ts'
import { launchBrowser } from './launchBrowser.ts'
import { openApp } from './openApp.ts'
import { newJourney, signUp } from './signUp.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test('the same journey is drawn, undone, redone and published without a mouse, and the focus is never lost', async () => {
  const { page, errors, close } = await openApp(browser)
  const { press, type } = {
    press: (key: string) => page.keyboard.press(key),
    type: (text: string) => page.keyboard.type(text),
  }
  const add = async (from: RegExp, search: string, then: RegExp) => {
    await focusIsOn(page, from)
    await press('a')
    await focusIsOn(page, /Add a step/)
    await type(search)
    await press('Enter')
    await focusIsOn(page, then)
  }
  await signUp(page, { workspace: 'Keys', languages: ['Finnish'] })
  await newJourney(page, 'By keyboard')

  await tabTo(page, /^Add: Trigger/)
  await press('Enter')
  await focusIsOn(page, /^Trigger/)
  await tabTo(page, /^When this event happens/)
  await type('signed_up')
  await press('Enter')
  await press('Escape')
  await add(/^Step 1 of 1, Trigger When signed_up happens/, 'wait', /^Wait/)
  await press('Escape')
  await add(/^Step 2 of 2, Wait Wait 1 day/, 'branch', /^Branch/)
  await tabTo(page, /^Add a condition/)
  await press('Enter')
  await tabTo(page, /^Attribute of condition 1/)
  await type('plan')
  await press('Enter')
  await tabTo(page, /^Value of condition 1/)
  await type('pro')
  await press('Escape')
  await add(/^Step 3 of 3, Branch If plan is “pro”/, 'email', /^Email/)
  await press('Escape')
  await focusIsOn(page, /^Step 4 of 4, Email/)
  await press('ArrowUp')
  await add(/^Step 3 of 4, Branch/, 'email', /^Email/)
  await press('Escape')

  await focusIsOn(page, /^Step 5 of 5, Email/)
  await press('Delete')
  await focusIsOn(page, /^Step \d of 4/)
  await press('Control+z')
  await press('Control+Shift+z')
  await press('Control+z')
  await focusIsOn(page, /^Step \d of 5/)

  const write = async (step: RegExp, subject: string) => {
    await focusIsOn(page, step)
    await press('Enter')
    await focusIsOn(page, /^Email/)
    await tabTo(page, /^Write the email/)
    await press('Enter')
    await page.getByRole('dialog', { name: 'Email', exact: true }).waitFor()
    await tabTo(page, /^Subject/)
    await type(subject)
    await tabTo(page, /^Body/)
    await type('Nice to meet you.')
    await press('Escape')
    await focusIsOn(page, /^Write the email/)
    await press('Escape')
  }
  await press('End')
  await write(/^Step 5 of 5/, 'Hello')
  await focusIsOn(page, /^Step 5 of 5/)
  await press('ArrowLeft')
  await write(/^Step 4 of 5/, 'Hello, pro')
  await add(/^Step 4 of 5/, 'exit', /^Exit/)
  await press('Escape')
  await focusIsOn(page, /^Step 5 of 6, Exit/)
  await press('ArrowRight')
  await focusIsOn(page, /^Step 6 of 6, Email/)
  await press('c')
  await focusIsOn(page, /Connect/)
  await type('ends here')
  await press('Enter')
  await focusIsOn(page, /Email Send “Hello”.*next: Exit/)

  await page.keyboard.press('Shift+Tab')
  await tabTo(page, /^Publish$/)
  await press('Enter')
  await tabTo(page, /^Publish now/)
  await press('Enter')
  await page.getByText(/Live · version 1/).waitFor()
  expect(errors).toEqual([])
  await close()
})
