import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { LIST, renderPanel } from '@/testing/renderPanel'
import { trigger } from './trigger.ts'

const orders = { on: 'event', event: { name: 'order_completed', where: [] } }
const eventField = () => screen.getByRole('combobox', { name: 'When this event happens' })

test('offers the events the workspace has received', async () => {
  const { user, edits } = await renderPanel('trigger', trigger.blank)
  await user.type(eventField(), 'order')
  await user.click(await screen.findByRole('option', { name: 'order_completed' }))
  expect(edits).toEqual([orders])
})

test('takes a name nobody has sent yet, as one edit, without losing the focus while typing', async () => {
  const { user, edits } = await renderPanel('trigger', trigger.blank)
  await user.type(eventField(), 'cart_left')
  expect(eventField()).toHaveFocus()
  expect(edits).toEqual([])
  await user.tab()
  expect(edits).toEqual([{ on: 'event', event: { name: 'cart_left', where: [] } }])
})

test('says what is missing beside the field', async () => {
  await renderPanel('trigger', trigger.blank)
  expect(eventField()).toBeInvalid()
  expect(screen.getByText(/Choose the event that lets contacts in/)).toBeVisible()
})

test('adds a condition on a property, which enters the data when it is named', async () => {
  const { user, edits } = await renderPanel('trigger', orders)
  await user.click(screen.getByRole('button', { name: 'Add a condition on the event' }))
  expect(edits).toEqual([])
  await user.type(screen.getByRole('combobox', { name: 'Property of condition 1' }), 'total{Enter}')
  await user.click(screen.getByRole('combobox', { name: 'Comparison of condition 1' }))
  await user.click(await screen.findByRole('option', { name: 'is at least' }))
  await user.type(screen.getByRole('textbox', { name: 'Value of condition 1' }), '50')
  await user.tab()
  expect(edits.at(-1)).toEqual({
    on: 'event',
    event: { name: 'order_completed', where: [{ property: 'total', test: { op: 'atLeast', value: 50 } }] },
  })
})

test('keeps a value that is no number out of the data and says so', async () => {
  const where = [{ property: 'total', test: { op: 'atLeast', value: 50 } }]
  const { user, edits } = await renderPanel('trigger', { ...orders, event: { name: 'order_completed', where } })
  const value = screen.getByRole('textbox', { name: 'Value of condition 1' })
  await user.clear(value)
  await user.type(value, 'much')
  await user.tab()
  expect(edits).toEqual([])
  expect(screen.getByText('Give a number')).toBeVisible()
  expect(value).toHaveValue('much')
})

test('removes a condition', async () => {
  const where = [{ property: 'total', test: { op: 'exists' } }]
  const { user, edits } = await renderPanel('trigger', { ...orders, event: { name: 'order_completed', where } })
  await user.click(screen.getByRole('button', { name: 'Remove condition 1' }))
  expect(edits).toEqual([orders])
})

test('keeps the key property among the advanced settings, and drops it when it is cleared', async () => {
  const { user, edits, container } = await renderPanel('trigger', { ...orders, key: 'order_id' })
  const advanced = within(container.querySelector('details') as HTMLElement)
  await user.clear(advanced.getByRole('combobox', { name: /Key property/ }))
  await user.tab()
  expect(edits).toEqual([orders])
})

test('lets a reader read but not write', async () => {
  await renderPanel('trigger', orders, { readOnly: true })
  expect(eventField()).toBeDisabled()
  expect(screen.getByRole('button', { name: 'Add a condition on the event' })).toBeDisabled()
})

const choose = async (
  user: Awaited<ReturnType<typeof renderPanel>>['user'],
  field: string,
  option: string | RegExp,
) => {
  await user.click(screen.getByRole('combobox', { name: field }))
  await user.click(await screen.findByRole('option', { name: option }))
}

test('offers every kind of door, each with a sentence that says when contacts enter', async () => {
  const { user, edits } = await renderPanel('trigger', orders)
  await choose(user, 'What lets contacts in', 'A contact’s date comes')
  expect(edits).toEqual([{ on: 'date', attribute: '', anniversary: false, at: '09:00' }])
  expect(screen.getByText(/each contact enters when their own date comes/)).toBeVisible()
  expect(screen.getByText('Choose the attribute that holds the date.')).toBeVisible()
})

test('says what letting in those present means, and keeps it', async () => {
  const { user, edits } = await renderPanel('trigger', { on: 'segmentEntered', segment: '', includePresent: false })
  await choose(user, 'Segment or list', /^Beta testers/)
  await user.click(screen.getByRole('checkbox', { name: /already/ }))
  expect(edits.at(-1)).toEqual({ on: 'segmentEntered', segment: LIST, includePresent: true })
  expect(screen.getByText(/At each publishing everybody in it enters/)).toBeVisible()
})

test('asks for the value before and after a change only where it matters', async () => {
  const { user, edits } = await renderPanel('trigger', { on: 'attribute', attribute: 'plan' })
  await user.click(screen.getByRole('checkbox', { name: 'Only if it is something certain now' }))
  await user.type(screen.getByRole('textbox', { name: 'Value of condition 2' }), 'pro')
  await user.tab()
  expect(edits.at(-1)).toEqual({ on: 'attribute', attribute: 'plan', to: { op: 'is', value: 'pro' } })
  await user.click(screen.getByRole('checkbox', { name: 'Only if it is something certain now' }))
  expect(edits.at(-1)).toEqual({ on: 'attribute', attribute: 'plan' })
})

test('a schedule is chosen in plain words and shows when it comes next', async () => {
  const start = { on: 'schedule', start: '2099-03-31T09:00', zone: 'workspace' }
  const { user, edits } = await renderPanel('trigger', start)
  await choose(user, 'Repeat', 'Every month, on one day')
  expect(edits.at(-1)).toEqual({ ...start, repeat: 'FREQ=MONTHLY;BYMONTHDAY=31' })
  const times = within(screen.getByRole('heading', { name: 'The next 5 times' }).closest('section') as HTMLElement)
  expect(times.getAllByRole('listitem').map((each) => each.textContent?.slice(0, 12))).toEqual([
    'Mar 31, 2099',
    'May 31, 2099',
    'Jul 31, 2099',
    'Aug 31, 2099',
    'Oct 31, 2099',
  ])
  await choose(user, 'Day of the month', 'The last day')
  await choose(user, 'Repeat', 'By a rule of your own (RRULE)')
  const rule = screen.getByRole('textbox', { name: 'Rule' })
  await user.clear(rule)
  await user.type(rule, 'hourly{Enter}')
  expect(screen.getByText(/This is no RRULE/)).toBeVisible()
  await user.clear(rule)
  await user.type(rule, 'rrule:freq=monthly;byday=1mo{Enter}')
  expect(edits.at(-1)).toEqual({ ...start, repeat: 'FREQ=MONTHLY;BYDAY=1MO' })
})

test('a time that lies behind is said to let nobody in', async () => {
  await renderPanel('trigger', { on: 'schedule', start: '2020-03-31T09:00', zone: 'workspace' })
  expect(screen.getByText('No time lies ahead, so nobody will enter.')).toBeVisible()
})

test('shows the call that lets a contact in, for this journey', async () => {
  await renderPanel('trigger', { on: 'api' })
  expect(screen.getByText(/"journeyId": "j"/)).toBeVisible()
})
