import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Role } from '@/data/role'
import { clientOf, workspaceId } from '@/testing/aWorkspace'
import { fakeApi, Refusal } from '@/testing/fakeApi'
import { renderPage } from '@/testing/render'
import { ProvidersCard } from './ProvidersCard'

const aProvider = (id: number, kind: string, name: string, more = {}) => ({
  id: `00000000-0000-4000-8000-00000000000${id}`,
  kind,
  name,
  settings: { from: 'tea@own.example' },
  is_default: false,
  ...more,
})
const resend = aProvider(1, 'resend', 'Our Resend', { is_default: true })
const server = aProvider(2, 'smtp', 'Our server', {
  settings: { from: 'tea@own.example', host: 'mail.own.example', port: 587 },
})

async function open(role: Role, more: Record<string, unknown> = {}) {
  const api = fakeApi({
    'GET rest/v1/providers': [resend, server],
    'DELETE rest/v1/providers': {},
    'rest/v1/rpc/use_provider': {},
    'functions/v1/providers/save': { id: resend.id },
    'functions/v1/providers/test': { to: 'me@people.example' },
    ...more,
  })
  const page = await renderPage(<ProvidersCard />, {
    at: `/w/${workspaceId}/settings`,
    route: '/w/$workspaceId/settings',
    queryClient: clientOf(role),
  })
  return { ...page, api }
}
const row = async (name: string) => {
  const found = (await screen.findByText(name)).closest('li')
  if (!found) throw new Error(`No row ${name}`)
  return within(found)
}

test('adds a provider of the kind chosen, once what it needs is there', async () => {
  const { user, api } = await open('admin', { 'GET rest/v1/providers': [] })
  expect(await screen.findByText('No provider of your own yet.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Add a provider' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'New provider' }))
  await user.click(dialog.getByRole('combobox', { name: 'Service' }))
  await user.click(await screen.findByRole('option', { name: 'Amazon SES' }))
  await user.type(dialog.getByLabelText('Name'), 'Ours')
  await user.type(dialog.getByLabelText('Sender address'), 'tea@own.example')
  await user.type(dialog.getByLabelText(/Region/), ' eu-west-1 ')
  await user.type(dialog.getByLabelText(/per second/), 'many')
  await user.click(dialog.getByRole('button', { name: 'Add' }))
  for (const name of [/Access key ID/, /Secret access key/, /per second/])
    expect(dialog.getByLabelText(name)).toBeInvalid()
  expect(dialog.getByLabelText(/SNS topic/)).toBeValid()
  await user.type(dialog.getByLabelText(/Access key ID/), 'AKIAIOSFODNN7EXAMPLE')
  await user.type(dialog.getByLabelText(/Secret access key/), 'wJalr')
  await user.clear(dialog.getByLabelText(/per second/))
  await user.type(dialog.getByLabelText(/per second/), '50')
  await user.click(dialog.getByRole('button', { name: 'Add' }))
  await waitFor(() =>
    expect(api.sent('functions/v1/providers/save')).toEqual([
      {
        workspaceId,
        kind: 'ses',
        name: 'Ours',
        settings: { from: 'tea@own.example', perSecond: 50, region: 'eu-west-1', accessKeyId: 'AKIAIOSFODNN7EXAMPLE' },
        secret: { secretAccessKey: 'wJalr' },
      },
    ]),
  )
})

test('a stored key is not shown, and stays unless another is written', async () => {
  const { user, api } = await open('owner')
  await user.click(await screen.findByRole('button', { name: 'Change Our Resend' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Change the provider' }))
  expect(dialog.getByLabelText('API key')).toHaveValue('')
  expect(dialog.getByLabelText('API key')).toHaveAttribute('type', 'password')
  expect(dialog.getByLabelText('API key')).toHaveAccessibleDescription(/cannot be shown/)
  await user.type(dialog.getByLabelText(/Signing secret/), 'whsec_abc')
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  await waitFor(() =>
    expect(api.sent('functions/v1/providers/save')).toMatchObject([
      { id: resend.id, kind: 'resend', secret: { webhookSecret: 'whsec_abc' } },
    ]),
  )
})

test('marks what the server refuses, and says when no key can be stored at all', async () => {
  let answer = new Refusal(400, { error: { code: 'invalid_input', message: '', details: [{ path: ['port'] }] } })
  const { user } = await open('admin', { 'functions/v1/providers/save': () => answer })
  await user.click(await screen.findByRole('button', { name: 'Change Our server' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(dialog.getByLabelText('Port')).toBeInvalid())
  answer = new Refusal(503, { error: { code: 'no_encryption_key', message: '', details: null } })
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  expect(await dialog.findByText(/PROVIDERS_KEY/)).toBeVisible()
})

test('tells how a test went, with the provider’s own words', async () => {
  const details = { said: 'invalid_api_key API key is invalid' }
  const refused = new Refusal(422, { error: { code: 'not_accepted', message: '', details } })
  let answer: unknown = refused
  const { user } = await open('admin', { 'functions/v1/providers/test': () => answer })
  const ours = await row('Our Resend')
  await user.click(ours.getByRole('button', { name: 'Send a test' }))
  expect(await ours.findByText(/It says: invalid_api_key API key is invalid/)).toBeVisible()
  answer = { to: 'me@people.example' }
  await user.click(ours.getByRole('button', { name: 'Send a test' }))
  expect(await ours.findByText('A test is on its way to me@people.example')).toBeVisible()
})

test('changes which one is used, gives the address for callbacks, and removes one only after saying what that means', async () => {
  const { user, api } = await open('admin')
  const [ours, own] = [await row('Our Resend'), await row('Our server')]
  expect(ours.getByText('In use')).toBeVisible()
  expect(ours.getByText(new RegExp(`/functions/v1/callbacks/resend/${workspaceId}/${resend.id}$`))).toBeVisible()
  expect(own.queryByText('Address for callbacks')).not.toBeInTheDocument()
  await user.click(own.getByRole('button', { name: 'Use this one' }))
  await user.click(ours.getByRole('button', { name: 'Stop using' }))
  await waitFor(() =>
    expect(api.sent('rest/v1/rpc/use_provider')).toEqual([
      { workspace: workspaceId, on_channel: 'email', provider: server.id },
      { workspace: workspaceId, on_channel: 'email' },
    ]),
  )
  await user.click(ours.getByRole('button', { name: 'Remove Our Resend' }))
  const dialog = await screen.findByRole('alertdialog')
  expect(dialog).toHaveAccessibleDescription(/mail server of this installation again/)
  await user.click(within(dialog).getByRole('button', { name: 'Remove' }))
  await waitFor(() => expect(api.calls.filter(({ method }) => method === 'DELETE')).toHaveLength(1))
})

test('asks nothing for an editor, and says why', async () => {
  const { api } = await open('editor')
  expect(await screen.findByText('Only admins and owners can do this. Your role: Editor.')).toBeVisible()
  expect(api.calls).toEqual([])
})
