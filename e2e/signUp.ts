import type { Page } from 'playwright-core'

let people = 0

/** Signs a new person up, with a new workspace in English and the languages given, and stops at its empty list of journeys. */
export async function signUp(
  page: Page,
  { workspace, languages }: { workspace: string; languages: readonly string[] },
) {
  const email = `e2e-${process.pid}-${Date.now()}-${people++}@people.example`
  await page.goto('/sign-up')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('a long password')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/start')
  await page.getByLabel('Name').fill(workspace)
  for (const language of languages) {
    await page.getByRole('combobox', { name: /Other languages/ }).fill(language)
    await page
      .getByRole('option', { name: new RegExp(`^${language}`) })
      .first()
      .click()
  }
  await page.getByRole('button', { name: 'Create the workspace' }).click()
  await page.waitForURL('**/journeys')
  return email
}

/** Makes a journey and waits for its empty canvas. */
export async function newJourney(page: Page, name: string) {
  await page.getByRole('button', { name: 'New journey' }).first().click()
  await page.getByRole('dialog').getByLabel('Name').fill(name)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'What starts this journey?' }).waitFor()
}
