import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderPanel } from '@/testing/renderPanel'
import { task } from './task.ts'

test('takes who does what, and refuses what is no address', async () => {
  const { user, edits } = await renderPanel('task', task.blank)
  await user.type(screen.getByRole('textbox', { name: 'What is to be done' }), 'Call them{Enter}')
  const assignee = screen.getByRole('textbox', { name: 'Email or web address' })
  await user.type(assignee, 'Ann{Enter}')
  expect(screen.getByText('This is neither an email address nor a web address')).toBeVisible()
  await user.clear(assignee)
  await user.type(assignee, 'ann@example.com{Enter}')
  expect(edits.at(-1)).toEqual({ ...task.blank, title: 'Call them', assignee: 'ann@example.com' })
})

test('may be without a date', async () => {
  const { user, edits } = await renderPanel('task', task.blank)
  await user.click(screen.getByRole('checkbox', { name: 'It is due by a time' }))
  expect(edits.at(-1)).toEqual({ title: '', note: '', assignee: '' })
  expect(screen.queryByRole('group', { name: 'Due' })).not.toBeInTheDocument()
})
