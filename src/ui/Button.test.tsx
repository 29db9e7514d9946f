import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { renderPage } from '@/testing/render'
import { Button } from './Button'

test('stays reachable and says why it cannot be pressed', async () => {
  const press = vi.fn()
  const { user } = await renderPage(
    <Button disabledReason="Only admins can do this." onClick={press}>
      Invite
    </Button>,
  )
  const button = screen.getByRole('button', { name: 'Invite' })
  expect(button).toHaveAccessibleDescription('Only admins can do this.')
  await user.tab()
  expect(button).toHaveFocus()
  await user.keyboard('{Enter}')
  await user.click(button)
  expect(press).not.toHaveBeenCalled()
})

test('cannot be pressed twice while it is busy', async () => {
  const press = vi.fn()
  const { user } = await renderPage(
    <Button busy onClick={press}>
      Save
    </Button>,
  )
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(press).not.toHaveBeenCalled()
})
