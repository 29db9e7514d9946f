import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { bundledChromium } from './bundledChromium.ts'

const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
]

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

/** Chrome or Chromium where one is installed (or named by CHROME_PATH), else the one that came with npm. */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env.CHROME_PATH ?? installed.find((path) => existsSync(path))
  if (own) return chromium.launch({ executablePath: own, args })
  const { executablePath, libraries, fonts } = await bundledChromium()
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
    FONTCONFIG_PATH: existsSync('/etc/fonts') ? '/etc/fonts' : fonts,
  }
  return chromium.launch({ executablePath, args, env })
}
