import { screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { renderPage } from '@/testing/render'
import { notify } from './toasts'

test('offers to take it back, once', async () => {
  const undo = vi.fn()
  const { user } = await renderPage(null)
  notify({ title: 'Arabic removed', action: { label: 'Undo', onPress: undo } })
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(undo).toHaveBeenCalledTimes(1)
  await waitFor(() => expect(screen.queryByText('Arabic removed')).not.toBeInTheDocument())
})
