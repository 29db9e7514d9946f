import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { fakeApi, Refusal } from '@/testing/fakeApi'
import { renderPage } from '@/testing/render'
import { SignInPage } from './SignInPage'

const email = () => screen.getByLabelText('E-mail address')
const signInButton = () => screen.getByRole('button', { name: 'Sign in' })

test('asks for a full address and a password before it asks the server', async () => {
  const api = fakeApi({})
  const { user } = await renderPage(<SignInPage />, { at: '/sign-in' })
  await user.type(email(), 'ana')
  await user.click(signInButton())
  expect(await screen.findByText(/Enter a full e-mail address/)).toBeVisible()
  expect(screen.getByText('Enter your password.')).toBeVisible()
  expect(email()).toBeInvalid()
  expect(api.calls).toEqual([])
})

test('says that the password is wrong, and keeps what was typed', async () => {
  fakeApi({
    'auth/v1/token': new Refusal(400, { error_code: 'invalid_credentials', msg: 'Invalid login credentials' }),
  })
  const { user } = await renderPage(<SignInPage />, { at: '/sign-in' })
  await user.type(email(), 'ana@example.com')
  await user.type(screen.getByLabelText('Password'), 'not this one')
  await user.click(signInButton())
  expect(await screen.findByRole('alert')).toHaveTextContent('The address or the password is not right')
  expect(email()).toHaveValue('ana@example.com')
})

test('says so when the server cannot be reached', async () => {
  fakeApi({
    'auth/v1/token': () => {
      throw new TypeError('Failed to fetch')
    },
  })
  const { user } = await renderPage(<SignInPage />, { at: '/sign-in' })
  await user.type(email(), 'ana@example.com')
  await user.type(screen.getByLabelText('Password'), 'something long')
  await user.click(signInButton())
  expect(await screen.findByRole('alert')).toHaveTextContent('The server cannot be reached')
})

test('mails a link to the address already typed, and shows the way to the local mailbox', async () => {
  const api = fakeApi({ 'auth/v1/otp': {} })
  const { user } = await renderPage(<SignInPage />, { at: '/sign-in' })
  await user.type(email(), 'ana@example.com')
  await user.click(screen.getByRole('button', { name: 'Get a sign-in link by e-mail' }))
  expect(email()).toHaveValue('ana@example.com')
  await user.click(screen.getByRole('button', { name: 'Send the link' }))
  expect(await screen.findByRole('heading', { name: 'Check your mail' })).toBeVisible()
  expect(screen.getByRole('link', { name: 'Open the local mailbox' })).toHaveAttribute('href', '/mailbox')
  expect(api.sent('auth/v1/otp')).toMatchObject([{ email: 'ana@example.com', create_user: false }])
})
