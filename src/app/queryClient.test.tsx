import { useMutation } from '@tanstack/react-query'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderPage } from '@/testing/render'
import { createQueryClient } from './queryClient'

function Failing({ errorShown }: { errorShown: boolean }) {
  const change = useMutation({
    meta: { errorShown },
    mutationFn: () => Promise.reject(Object.assign(new Error('no'), { code: 'PT403' })),
  })
  return (
    <button type="button" onClick={() => change.mutate()}>
      {change.isError ? 'Failed' : 'Change'}
    </button>
  )
}

test('says in a toast that a change failed, and what to do', async () => {
  const { user } = await renderPage(<Failing errorShown={false} />, { queryClient: createQueryClient() })
  await user.click(screen.getByRole('button', { name: 'Change' }))
  expect((await screen.findAllByText('That did not work'))[0]).toBeInTheDocument()
  expect(screen.getAllByText(/Ask an admin of the workspace/)[0]).toBeInTheDocument()
})

test('stays quiet where the form says it itself', async () => {
  const { user } = await renderPage(<Failing errorShown />, { queryClient: createQueryClient() })
  await user.click(screen.getByRole('button', { name: 'Change' }))
  expect(await screen.findByRole('button', { name: 'Failed' })).toBeVisible()
  expect(screen.queryByText('Ask an admin of the workspace')).not.toBeInTheDocument()
})
