import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Role } from '@/data/role'
import { clientOf, workspaceId } from '@/testing/aWorkspace'
import { fakeApi, Refusal } from '@/testing/fakeApi'
import { renderPage } from '@/testing/render'
import { SegmentPage } from './SegmentPage'

const id = '66666666-6666-4666-8666-666666666666'
const paid = { if: 'attribute', attribute: 'plan', test: { op: 'is', value: 'paid' } }
const stored = {
  id,
  name: 'Payers',
  rule: { all: [paid] },
  revision: 3,
  state: 'ready',
  computed_at: null,
  updated_at: '2026-11-01T10:00:00Z',
}
const answers = {
  'rest/v1/segments': stored,
  'functions/v1/segments/preview': { count: 1234, among: 'all' },
  'rest/v1/rpc/attribute_names': [{ name: 'plan' }],
}
const open = (role: Role = 'editor') =>
  renderPage(<SegmentPage />, {
    at: `/w/${workspaceId}/segments/${id}`,
    route: '/w/$workspaceId/segments/$segmentId',
    queryClient: clientOf(role),
  })

test('says how many the rule matches now, and saves over the revision that was loaded', async () => {
  const api = fakeApi({ ...answers, 'functions/v1/segments/save': { id, revision: 4 } })
  const { user } = await open()
  expect(await screen.findByText('Matches 1,234 contacts now')).toBeVisible()
  const name = screen.getByRole('textbox', { name: 'Name' })
  await user.clear(name)
  await user.type(name, 'Paying')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await expect
    .poll(() => api.sent('functions/v1/segments/save'))
    .toEqual([{ workspaceId, segment: { id, revision: 3 }, name: 'Paying', rule: stored.rule }])
})

test('an estimate says among how many it was made', async () => {
  fakeApi({ ...answers, 'functions/v1/segments/preview': { count: 12, among: 5000 } })
  await open()
  expect(await screen.findByText('Matches 12 of the newest 5,000 contacts now')).toBeVisible()
})

test('a rule that is not filled in is not saved', async () => {
  const api = fakeApi(answers)
  const { user } = await open()
  await user.click(await screen.findByRole('button', { name: /Add a condition/ }))
  expect(screen.getByText('Fill in every condition to see how many it matches.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(screen.getByRole('alert')).toHaveTextContent('Fill in every condition of the rule.')
  expect(api.sent('functions/v1/segments/save')).toEqual([])
})

test('somebody else’s save is not overwritten', async () => {
  const refused = { error: { code: 'refused', message: 'The segment was changed meanwhile' } }
  fakeApi({ ...answers, 'functions/v1/segments/save': () => new Refusal(409, refused) })
  const { user } = await open()
  await user.click(await screen.findByRole('button', { name: 'Save' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Somebody else changed this in the meantime.')
})

test('a segment is not asked about the event that let somebody in', async () => {
  fakeApi(answers)
  const { user } = await open()
  await user.click(await screen.findByRole('combobox', { name: /Condition 1/ }))
  expect(await screen.findByRole('option', { name: 'Segment or list' })).toBeVisible()
  expect(screen.queryByRole('option', { name: /let the contact in|entry event/i })).not.toBeInTheDocument()
})
