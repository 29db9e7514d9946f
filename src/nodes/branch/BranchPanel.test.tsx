import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderPanel } from '@/testing/renderPanel'
import { branch } from './branch.ts'

const isPro = { if: 'attribute', attribute: 'plan', test: { op: 'is', value: 'pro' } }
const ordered = { if: 'performed', event: { name: 'order_completed', where: [] } }
const path = (id: string, rule: unknown, name = '') => ({ id, name, rule })
const pathItem = (number: number) => within(screen.getByRole('listitem', { name: `Path ${number}` }))

test('shows that a path without a rule is not set up', async () => {
  await renderPanel('branch', branch.blank)
  expect(pathItem(1).getByText('Not set up yet: nobody takes this path')).toBeVisible()
})

test('builds a rule about an attribute and reads it back as a sentence', async () => {
  const { user, edits } = await renderPanel('branch', branch.blank)
  await user.click(pathItem(1).getByRole('button', { name: 'Add a condition' }))
  await user.type(screen.getByRole('combobox', { name: 'Attribute of condition 1' }), 'plan{Enter}')
  await user.type(screen.getByRole('textbox', { name: 'Value of condition 1' }), 'pro{Enter}')
  expect(edits.at(-1)).toEqual({ paths: [path('path1', { all: [isPro] })] })
  expect(screen.getByText('Read as: plan is “pro”')).toBeVisible()
})

test('asks for an event not performed within a time', async () => {
  const { user, edits } = await renderPanel('branch', { paths: [path('path1', { all: [ordered] })] })
  await user.click(screen.getByRole('combobox', { name: 'Condition 1 is about' }))
  await user.click(await screen.findByRole('option', { name: 'Did not do an event' }))
  await user.click(screen.getByRole('combobox', { name: 'When, condition 1' }))
  await user.click(await screen.findByRole('option', { name: 'Only within the last …' }))
  expect(edits.at(-1)).toEqual({ paths: [path('path1', { all: [{ not: { ...ordered, within: 'P30D' } }] })] })
  expect(screen.getByText('Read as: order_completed did not happen within the last 30 days')).toBeVisible()
})

test('says whether all or any of several conditions count', async () => {
  const { user, edits } = await renderPanel('branch', { paths: [path('path1', { all: [isPro, ordered] })] })
  expect(screen.getByText('Read as: plan is “pro” and order_completed happened')).toBeVisible()
  await user.click(screen.getByRole('combobox', { name: 'How conditions count together' }))
  await user.click(await screen.findByRole('option', { name: 'One is enough' }))
  expect(edits).toEqual([{ paths: [path('path1', { any: [isPro, ordered] })] }])
  expect(screen.getByText('Read as: plan is “pro” or order_completed happened')).toBeVisible()
})

test('adds, reorders and removes paths, and never the last one', async () => {
  const { user, edits } = await renderPanel('branch', { paths: [path('path1', { all: [isPro] }, 'Pro')] })
  expect(screen.getByRole('button', { name: 'Remove path 1' })).toHaveAttribute('aria-disabled', 'true')
  await user.click(screen.getByRole('button', { name: 'Add a path' }))
  await user.click(screen.getByRole('button', { name: 'Move path 2 up' }))
  expect(edits.at(-1)).toEqual({ paths: [path('path2', { all: [] }), path('path1', { all: [isPro] }, 'Pro')] })
  await user.click(screen.getByRole('button', { name: 'Remove path 2' }))
  expect(edits.at(-1)).toEqual({ paths: [path('path2', { all: [] })] })
})

test('M23: nests groups, which count by themselves and may be turned around', async () => {
  const nested = { all: [{ any: [isPro, ordered] }, ordered] }
  const { user, edits } = await renderPanel('branch', { paths: [path('path1', nested)] })
  expect(
    screen.getByText('Read as: (plan is “pro” or order_completed happened) and order_completed happened'),
  ).toBeVisible()
  const group = within(screen.getByRole('group', { name: 'Group 1' }))
  await user.click(group.getByRole('button', { name: 'Remove condition 1.2' }))
  expect(edits.at(-1)).toEqual({ paths: [path('path1', { all: [{ any: [isPro] }, ordered] })] })
  await user.click(group.getByRole('button', { name: 'Add a group' }))
  const deeper = within(screen.getByRole('group', { name: 'Group 1.2' }))
  await user.type(deeper.getByRole('combobox', { name: 'Attribute of condition 1.2.1' }), 'city{Enter}')
  await user.type(deeper.getByRole('textbox', { name: 'Value of condition 1.2.1' }), 'Iași{Enter}')
  await user.click(deeper.getAllByRole('checkbox', { name: 'Must not be true' }).at(-1) ?? deeper.getByRole('list'))
  const city = { if: 'attribute', attribute: 'city', test: { op: 'is', value: 'Iași' } }
  expect(edits.at(-1)).toEqual({
    paths: [path('path1', { all: [{ any: [isPro, { not: { any: [city] } }] }, ordered] })],
  })
  await user.click(screen.getByRole('button', { name: 'Remove condition 1' }))
  expect(edits.at(-1)).toEqual({ paths: [path('path1', { all: [ordered] })] })
})

test('asks whether a date lies within a time, and whether a text is one of several', async () => {
  const { user, edits } = await renderPanel('branch', { paths: [path('path1', { all: [isPro] })] })
  await user.click(screen.getByRole('combobox', { name: 'Comparison of condition 1' }))
  await user.click(await screen.findByRole('option', { name: 'is one of' }))
  expect(screen.getByText(/^Separate values with commas/)).toBeVisible()
  await user.type(screen.getByRole('textbox', { name: 'Value of condition 1' }), ', free{Enter}')
  expect(edits.at(-1)).toEqual({
    paths: [path('path1', { all: [{ ...isPro, test: { op: 'in', values: ['pro', 'free'] } }] })],
  })
  expect(screen.getByText('Read as: plan is “pro” or “free”')).toBeVisible()
  await user.click(screen.getByRole('combobox', { name: 'Comparison of condition 1' }))
  await user.click(await screen.findByRole('option', { name: 'is within the next' }))
  expect(screen.getByText('Read as: plan is within the next 30 days')).toBeVisible()
})

test('asks how often an event happened', async () => {
  const { user, edits } = await renderPanel('branch', {
    paths: [path('path1', { all: [{ ...ordered, within: 'P30D' }] })],
  })
  await user.click(screen.getByRole('combobox', { name: 'How often, condition 1' }))
  await user.click(await screen.findByRole('option', { name: 'At most … times' }))
  const count = screen.getByRole('textbox', { name: 'Number of times, condition 1' })
  await user.clear(count)
  await user.type(count, '1{Enter}')
  const times = { op: 'atMost', count: 1 }
  expect(edits.at(-1)).toEqual({ paths: [path('path1', { all: [{ ...ordered, within: 'P30D', times }] })] })
  expect(screen.getByText('Read as: order_completed happened at most once within the last 30 days')).toBeVisible()
  await user.click(screen.getByRole('combobox', { name: 'When, condition 1' }))
  await user.click(await screen.findByRole('option', { name: 'At any time before' }))
  expect(edits.at(-1)).toEqual({ paths: [path('path1', { all: [{ ...ordered, times }] })] })
  await user.click(screen.getByRole('combobox', { name: 'Condition 1 is about' }))
  await user.click(await screen.findByRole('option', { name: 'Did not do an event' }))
  expect(edits.at(-1)).toEqual({ paths: [path('path1', { all: [{ not: ordered }] })] })
})

test('takes a date only as it is written', async () => {
  const due = (value: string) => ({ if: 'attribute', attribute: 'due', test: { op: 'before', value } })
  const { user, edits } = await renderPanel('branch', { paths: [path('path1', { all: [due('2026-03-29')] })] })
  const field = screen.getByRole('textbox', { name: 'Value of condition 1' })
  await user.clear(field)
  await user.type(field, '2026-02-30{Enter}')
  expect(screen.getByText('Give a date like 2026-03-29')).toBeVisible()
  expect(edits).toEqual([])
  await user.clear(field)
  await user.type(field, '2026-02-28{Enter}')
  expect(edits).toEqual([{ paths: [path('path1', { all: [due('2026-02-28')] })] }])
})

test.each([
  [
    { not: { ...ordered, times: { op: 'atLeast', count: 3 }, within: 'P30D' } },
    'not (order_completed happened at least 3 times within the last 30 days)',
  ],
  [
    { ...ordered, sum: { property: 'total', op: 'moreThan', value: 100 } },
    'order_completed happened and the sum of total is more than 100',
  ],
  [
    { ...ordered, if: 'eventProperty', which: 'last', property: 'plan', test: { op: 'is', value: 'pro' } },
    'plan of the last order_completed is “pro”',
  ],
  [{ if: 'locale', in: ['ro', 'fi'] }, 'the language is ro or fi'],
  [{ ...isPro, test: { op: 'in', values: [5, 7] } }, 'plan is 5 or 7'],
  [{ ...isPro, test: { op: 'in', values: ['a, b', true, '5'] } }, 'plan is “a, b”, yes, or “5”'],
])('shows every condition in fields, and changes nothing by itself: %j', async (rule, sentence) => {
  const { user, edits } = await renderPanel('branch', { paths: [path('path1', { all: [rule] })] })
  expect(screen.getByText(`Read as: ${sentence}`)).toBeVisible()
  expect(screen.getByRole('combobox', { name: 'Condition 1 is about' })).toBeVisible()
  await user.type(pathItem(1).getByRole('textbox', { name: /Name/ }), 'Kept{Enter}')
  expect(edits).toEqual([{ paths: [path('path1', { all: [rule] }, 'Kept')] }])
})
