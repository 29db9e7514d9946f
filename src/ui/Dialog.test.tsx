import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { Button } from './Button'
import { Dialog } from './Dialog'
import { TextField } from './TextField'

function open(content: { children?: React.ReactNode; footer?: React.ReactNode }) {
  const onOpenChange = vi.fn()
  render(<Dialog open title="Name it" onOpenChange={onOpenChange} {...content} />)
  return { user: userEvent.setup(), onOpenChange }
}

test('starts in its first field, and Escape closes it at once', async () => {
  const { user, onOpenChange } = open({
    children: <TextField label="Name" value="" onChange={() => {}} />,
    footer: <Button>Not now</Button>,
  })
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Name' })).toHaveFocus())
  await user.keyboard('{Escape}')
  expect(onOpenChange).toHaveBeenCalledExactlyOnceWith(false, expect.anything())
})

test('starts at the first button below where there is no field', async () => {
  open({ children: 'Sure?', footer: <Button>Not now</Button> })
  await waitFor(() => expect(screen.getByRole('button', { name: 'Not now' })).toHaveFocus())
})

test('starts at its way out where there is nothing else', async () => {
  open({ children: 'Done.' })
  await waitFor(() => expect(screen.getByRole('button', { name: 'Close' })).toHaveFocus())
})
