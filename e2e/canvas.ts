import type { Locator, Page } from 'playwright-core'

/** The card of a step, by how its name begins: "Wait", "Email: Send “Hello”". */
export const card = (page: Page, name: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^Step \\d+ of \\d+, ${name}`) })

/** The empty place a port of a step leads to. */
export async function slotAfter(page: Page, step: string, port: string): Promise<Locator> {
  const id = await card(page, step).getAttribute('data-step')
  return page.locator(`[data-place="slot ${id} ${port}"]`)
}

/** The dot on a step's lower edge from which it is wired. */
export const portOf = (page: Page, step: string, port: string): Locator =>
  page.locator('.react-flow__node', { has: card(page, step) }).locator(`[data-port="${port}"]`)

/** The numbers under a step's card. */
export const stepFigures = (page: Page, step: string): Locator =>
  page.locator('.react-flow__node', { has: card(page, step) })

/** The panel of the selected step. */
export const panel = (page: Page, name: string): Locator => page.getByRole('complementary', { name, exact: true })

/** Presses on one thing, moves to another in small steps, and lets go. Waits first until neither moves any more. */
export async function drag(page: Page, from: Locator, to: Locator) {
  await to.hover({ trial: true, force: true })
  await from.hover()
  const start = await middleOf(from)
  await page.mouse.down()
  await page.mouse.move(start.x + 12, start.y + 12, { steps: 3 })
  const end = await middleOf(to)
  await page.mouse.move(end.x, end.y, { steps: 8 })
  await page.mouse.up()
}

async function middleOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (!box) throw new Error(`Nothing to see of ${locator}`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Sets up the first path of the branch whose panel is open: an attribute is a text. */
export async function setAttributePath(page: Page, attribute: string, value: string) {
  const branch = panel(page, 'Branch')
  await branch.getByRole('button', { name: 'Add a condition' }).click()
  await branch.getByRole('combobox', { name: 'Attribute of condition 1' }).fill(attribute)
  await page.keyboard.press('Enter')
  await branch.getByRole('textbox', { name: 'Value of condition 1' }).fill(value)
  await page.keyboard.press('Tab')
}

/** Writes the message whose panel is open in the languages given, then closes the writer. */
export async function writeEmail(page: Page, name: string, texts: Record<string, { subject: string; body: string }>) {
  await panel(page, 'Email').getByRole('textbox', { name: 'Name' }).fill(name)
  await page.keyboard.press('Tab')
  await panel(page, 'Email').getByRole('button', { name: 'Write the email' }).click()
  const writer = page.getByRole('dialog', { name })
  for (const [language, { subject, body }] of Object.entries(texts)) {
    await writer
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(`^${language}`) })
      .click()
    const text = writer.getByRole('region', { name: language, exact: true })
    await text.getByRole('textbox', { name: 'Subject' }).fill(subject)
    await text.getByRole('textbox', { name: 'Body' }).fill(body)
  }
  await writer.getByRole('button', { name: 'Close' }).click()
  await writer.waitFor({ state: 'hidden' })
}
