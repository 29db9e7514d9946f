import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { fakeApi, Refusal } from '@/testing/fakeApi'
import { renderPage } from '@/testing/render'
import { SignUpPage } from './SignUpPage'

async function signUp(password: string) {
  const { user } = await renderPage(<SignUpPage />, { at: '/sign-up' })
  await user.type(screen.getByLabelText('E-mail address'), 'ana@example.com')
  await user.type(screen.getByLabelText('Password'), password)
  await user.click(screen.getByRole('button', { name: 'Create the account' }))
}

test('refuses a short password without asking the server', async () => {
  const api = fakeApi({})
  await signUp('short')
  expect(await screen.findByText('Use at least 8 characters.')).toBeVisible()
  expect(api.calls).toEqual([])
})

test('leads to the mailbox where the address has to be confirmed first', async () => {
  fakeApi({ 'auth/v1/signup': { id: '1', email: 'ana@example.com', created_at: '2026-01-01T00:00:00Z' } })
  await signUp('long enough')
  expect(await screen.findByRole('heading', { name: 'Check your mail' })).toBeVisible()
  expect(screen.getByRole('status')).toHaveTextContent('ana@example.com')
})

test('says that the address already has an account', async () => {
  fakeApi({ 'auth/v1/signup': new Refusal(422, { error_code: 'user_already_exists', msg: 'exists' }) })
  await signUp('long enough')
  expect(await screen.findByRole('alert')).toHaveTextContent('There is already an account with this address')
})
