import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderPanel } from '@/testing/renderPanel'
import { exit } from './exit.ts'

test('takes a reason as one edit, without the spaces around it', async () => {
  const { user, edits } = await renderPanel('exit', exit.blank)
  await user.type(screen.getByRole('textbox', { name: /Reason/ }), ' bought again ')
  expect(edits).toEqual([])
  await user.tab()
  expect(edits).toEqual([{ reason: 'bought again' }])
})

test('keeps what was typed when the panel closes', async () => {
  const { user, edits, unmount } = await renderPanel('exit', exit.blank)
  await user.type(screen.getByRole('textbox', { name: /Reason/ }), 'lost')
  unmount()
  expect(edits).toEqual([{ reason: 'lost' }])
})
