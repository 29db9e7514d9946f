import { copyFileSync, mkdirSync } from 'node:fs'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { demo } from '../supabase/local/demo/demo.ts'
import { liveThroughDemo } from '../supabase/local/demo/liveThroughDemo.ts'
import { demoUser, seed } from '../supabase/local/seed.ts'
import { launchBrowser } from './launchBrowser.ts'
import { accessibilityIssues, openApp } from './openApp.ts'

const home = `/w/${demo.workspaceId}`
const welcome = `${home}/journeys/${demo.welcomeId}`
const screens = {
  journeys: `${home}/journeys`,
  editor: welcome,
  numbers: `${welcome}?numbers=1`,
  contacts: `${home}/contacts`,
  contact: `${home}/contacts/1`,
  workspace: `${home}/settings`,
  members: `${home}/settings?tab=members`,
  messages: `${home}/settings?tab=messages`,
  sending: `${home}/settings?tab=sending`,
  start: '/start',
  missing: '/nowhere/at/all',
}

interface Look {
  language: string
  theme: 'light' | 'dark'
  viewport: { width: number; height: number }
}
const wide = { width: 1280, height: 800 }
const narrow = { width: 390, height: 844 }
const looks: Look[] = [
  { language: 'en', theme: 'light', viewport: wide },
  { language: 'ar', theme: 'dark', viewport: wide },
  { language: 'fi', theme: 'light', viewport: narrow },
  { language: 'ar', theme: 'light', viewport: narrow },
]

let browser: Browser
let session = ''
beforeAll(async () => {
  browser = await launchBrowser()
  await seed({ databaseUrl: inject('databaseUrl'), url: inject('url') })
  await liveThroughDemo(inject('url'), Date.now())
  const response = await fetch(`${inject('url')}/auth/v1/token?grant_type=password`, {
    method: 'POST',
    headers: { apikey: inject('publishableKey'), 'content-type': 'application/json' },
    body: JSON.stringify(demoUser),
  })
  session = await response.text()
  mkdirSync('test-results/screens', { recursive: true })
})
afterAll(() => browser.close())

async function openAs({ language, theme, viewport }: Look, options: BrowserContextOptions = {}) {
  const app = await openApp(browser, { viewport, ...options })
  await app.page.addInitScript(
    ([signedIn, spoken, shown]) => {
      // Frames of previewed mail have no storage.
      if (window.top !== window) return
      localStorage.setItem('sb-127-auth-token', signedIn)
      localStorage.setItem('perennial.language', spoken)
      localStorage.setItem('perennial.theme', shown)
    },
    [session, language, theme] as const,
  )
  return app
}

describe.each(looks)('in $language, $theme, $viewport.width px wide', (look) => {
  test.each(Object.entries(screens))('%s shows nothing that axe finds, fits, and logs no error', async (name, path) => {
    const { page, errors, close } = await openAs(look)
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    await page.getByRole('heading').first().waitFor({ state: 'attached' })
    expect(await accessibilityIssues(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    expect(await page.evaluate(() => document.documentElement.dir)).toBe(look.language === 'ar' ? 'rtl' : 'ltr')
    await page.screenshot({
      path: `test-results/screens/${name}.${look.language}.${look.theme}.${look.viewport.width}.png`,
    })
    expect(errors).toEqual([])
    await close()
  })
})

test('the picture of the README shows a journey with its numbers', async () => {
  const { page, close } = await openAs(
    { language: 'en', theme: 'light', viewport: { width: 1440, height: 900 } },
    { deviceScaleFactor: 1.5 },
  )
  await page.goto(screens.numbers)
  await page.getByRole('button', { name: /^Entered \d+/ }).waitFor()
  await page.getByRole('button', { name: 'Show the whole journey' }).click()
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: 'test-results/screens/readme.png' })
  if (process.env.UPDATE_SCREENSHOT) copyFileSync('test-results/screens/readme.png', 'docs/screenshot.png')
  await close()
})
