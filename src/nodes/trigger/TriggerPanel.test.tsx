import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderPanel } from '@/testing/renderPanel'
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
