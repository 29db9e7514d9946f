import { fireEvent, screen } from '@testing-library/react'
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

const time = (name: string) => screen.getByLabelText(name)

test('waits until a time of day, on every day until some are taken away', async () => {
  const { user, edits } = await renderPanel('wait', wait.blank)
  await user.click(screen.getByRole('radio', { name: 'Until a time of day' }))
  expect(edits).toEqual([{ until: 'localTime', at: '09:00' }])
  expect(screen.getByText(/or Europe\/Bucharest where it is not known/)).toBeVisible()
  fireEvent.change(time('Time of day'), { target: { value: '18:30' } })
  await user.tab()
  fireEvent.blur(time('Time of day'))
  expect(edits.at(-1)).toEqual({ until: 'localTime', at: '18:30' })
  for (const day of ['Sat', 'Sun']) await user.click(screen.getByRole('button', { name: day }))
  expect(edits.at(-1)).toEqual({ until: 'localTime', at: '18:30', on: ['MO', 'TU', 'WE', 'TH', 'FR'] })
  for (const day of ['Sun', 'Sat']) await user.click(screen.getByRole('button', { name: day }))
  expect(edits.at(-1)).toEqual({ until: 'localTime', at: '18:30' })
})

test('keeps the old time while the new one is not whole', async () => {
  const { edits } = await renderPanel('wait', { until: 'localTime', at: '09:00' })
  fireEvent.change(time('Time of day'), { target: { value: '' } })
  fireEvent.blur(time('Time of day'))
  expect(edits).toEqual([])
  expect(time('Time of day')).toHaveValue('09:00')
})

test('asks for a day where none is left', async () => {
  const { user } = await renderPanel('wait', { until: 'localTime', at: '09:00', on: ['TU'] })
  await user.click(screen.getByRole('button', { name: 'Tue', pressed: true }))
  expect(screen.getByText('Choose at least one day.')).toBeVisible()
})

test('M11: says how a window typed in reverse is read, and lets it go over midnight', async () => {
  const { user, edits } = await renderPanel('wait', { until: 'window', from: '09:00', to: '17:00' })
  expect(screen.queryByRole('checkbox', { name: 'Goes on over midnight' })).toBeNull()
  fireEvent.change(time('From'), { target: { value: '22:00' } })
  fireEvent.blur(time('From'))
  expect(edits.at(-1)).toEqual({ until: 'window', from: '22:00', to: '17:00' })
  expect(screen.getByText('The end is before the start, so this is read as 17:00 to 22:00.')).toBeVisible()
  await user.click(screen.getByRole('checkbox', { name: 'Goes on over midnight' }))
  expect(edits.at(-1)).toEqual({ until: 'window', from: '22:00', to: '17:00', overnight: true })
  fireEvent.change(time('Until'), { target: { value: '23:00' } })
  fireEvent.blur(time('Until'))
  expect(edits.at(-1)).toEqual({ until: 'window', from: '22:00', to: '23:00' })
})

test('waits until some days before a date of the entry event', async () => {
  const { user, edits } = await renderPanel('wait', { until: 'localTime', at: '08:00' })
  await user.click(screen.getByRole('radio', { name: 'Until a date' }))
  expect(edits.at(-1)).toEqual({ until: 'date', date: { in: 'attribute', attribute: '' }, at: '08:00' })
  expect(screen.getByText('Choose where the date is found.')).toBeVisible()
  await user.click(screen.getByRole('combobox', { name: 'Where the date is' }))
  await user.click(await screen.findByRole('option', { name: 'In the event that started the journey' }))
  await user.type(screen.getByRole('combobox', { name: 'Property' }), 'starts_at')
  await user.tab()
  await user.click(screen.getByRole('combobox', { name: 'When' }))
  await user.click(await screen.findByRole('option', { name: 'Before the date' }))
  expect(edits.at(-1)).toEqual({
    until: 'date',
    date: { in: 'entryEvent', property: 'starts_at' },
    at: '08:00',
    shift: { direction: 'before', by: 'P1D' },
  })
})

test('waits until a rule is true, keeping the length as the most', async () => {
  const { user, edits } = await renderPanel('wait', { until: 'duration', lasting: 'P30D' })
  await user.click(screen.getByRole('radio', { name: 'Until a rule is true' }))
  expect(edits).toEqual([{ until: 'condition', rule: { all: [] }, atMost: 'P30D' }])
  expect(screen.getByText(/Finish the rule to wait for/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Add a condition' }))
  await user.type(screen.getByRole('combobox', { name: 'Attribute of condition 1' }), 'plan{Enter}')
  await user.type(screen.getByRole('textbox', { name: 'Value of condition 1' }), 'pro{Enter}')
  const isPro = { if: 'attribute', attribute: 'plan', test: { op: 'is', value: 'pro' } }
  expect(edits.at(-1)).toEqual({ until: 'condition', rule: { all: [isPro] }, atMost: 'P30D' })
  expect(screen.queryByText(/Finish the rule/)).toBeNull()
})

test('counts an event from before the arrival only where it is told to, and how far back', async () => {
  const untilOrder = { until: 'event', event: { name: 'order_completed', where: [] }, atMost: 'P1D' }
  const { user, edits } = await renderPanel('wait', untilOrder)
  await user.click(screen.getByRole('checkbox', { name: 'Count an event from before the arrival, too' }))
  expect(edits.at(-1)).toEqual({ ...untilOrder, since: 'P1D' })
  await user.click(screen.getByRole('checkbox', { name: 'Count an event from before the arrival, too' }))
  expect(edits.at(-1)).toEqual(untilOrder)
})

test('changes nothing for whoever may only read', async () => {
  await renderPanel('wait', { until: 'window', from: '09:00', to: '17:00', on: ['MO'] }, { readOnly: true })
  for (const control of [...screen.getAllByRole('button'), time('From'), time('Until')]) expect(control).toBeDisabled()
})
