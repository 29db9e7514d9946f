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

test('shows a group within a group as it reads, and keeps it', async () => {
  const nested = { all: [{ any: [isPro, ordered] }, ordered] }
  const { user, edits } = await renderPanel('branch', { paths: [path('path1', nested)] })
  expect(screen.getByText('plan is “pro” or order_completed happened')).toBeVisible()
  await user.type(pathItem(1).getByRole('textbox', { name: /Name/ }), 'Loyal{Enter}')
  expect(edits).toEqual([{ paths: [path('path1', nested, 'Loyal')] }])
})
