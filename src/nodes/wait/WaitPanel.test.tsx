import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderPanel } from '@/testing/renderPanel'
import { wait } from './wait.ts'

const amount = () => screen.getByRole('textbox', { name: 'Number' })

test('takes a length as a number and a unit', async () => {
  const { user, edits } = await renderPanel('wait', wait.blank)
  await user.clear(amount())
  await user.type(amount(), '3')
  await user.click(screen.getByRole('combobox', { name: 'Unit' }))
  await user.click(await screen.findByRole('option', { name: 'hours' }))
  expect(edits.at(-1)).toEqual({ until: 'duration', lasting: 'PT3H' })
})

test.each(['0', '-2', '1.5', 'soon', '1000'])('refuses %s as a length and keeps the old one', async (typed) => {
  const { user, edits } = await renderPanel('wait', wait.blank)
  await user.clear(amount())
  await user.type(amount(), typed)
  await user.tab()
  expect(edits).toEqual([])
  expect(screen.getByText('A whole number from 1 to 999')).toBeVisible()
})

test('reads digits of other scripts', async () => {
  const { user, edits } = await renderPanel('wait', wait.blank)
  await user.clear(amount())
  await user.type(amount(), '٣')
  await user.tab()
  expect(edits).toEqual([{ until: 'duration', lasting: 'P3D' }])
})

test('waits until an event instead, keeping the length as the most', async () => {
  const { user, edits } = await renderPanel('wait', { until: 'duration', lasting: 'P30D' })
  await user.click(screen.getByRole('radio', { name: 'Until an event happens' }))
  expect(edits).toEqual([{ until: 'event', event: { name: '', where: [] }, atMost: 'P30D' }])
  expect(screen.getByText(/Choose the event to wait for/)).toBeVisible()
  await user.type(screen.getByRole('combobox', { name: 'Event' }), 'order_completed')
  await user.tab()
  expect(edits.at(-1)).toEqual({ until: 'event', event: { name: 'order_completed', where: [] }, atMost: 'P30D' })
})

test('shows a length of several units in words and lets it be set anew', async () => {
  const { user, edits } = await renderPanel('wait', { until: 'duration', lasting: 'P1DT2H' })
  expect(screen.getByText('1 day, 2 hours')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Set as one number' }))
  expect(edits).toEqual([{ until: 'duration', lasting: 'P1D' }])
})
