import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { fakeApi } from '@/testing/fakeApi'
import { LIST, renderPanel, SEGMENT, WELCOME } from '@/testing/renderPanel'
import type { Condition, Performed } from '../../audience/rule'

/** Many keys are pressed here, on machines that may be busy. */
vi.setConfig({ testTimeout: 20_000 })

const until = (condition: Condition) => ({ until: 'condition', rule: { all: [condition] }, atMost: 'P1D' })

/** A rule of one condition in a panel, and what it has become after every edit so far. */
async function shown(condition: Condition) {
  const { user, edits } = await renderPanel('wait', until(condition))
  const choose = async (field: string, option: string) => {
    await user.click(screen.getByRole('combobox', { name: field }))
    await user.click(await screen.findByRole('option', { name: option }))
  }
  const write = async (field: string, text: string) => {
    const input = screen.getByRole('textbox', { name: field })
    await user.clear(input)
    await user.type(input, `${text}{Enter}`)
  }
  const becomes = (next: unknown) => expect(edits.at(-1)).toEqual({ ...until(condition), rule: { all: [next] } })
  const reads = (sentence: string) => expect(screen.getByText(`Read as: ${sentence}`)).toBeVisible()
  return { user, edits, choose, write, becomes, reads }
}

const isPro = { if: 'attribute', attribute: 'plan', test: { op: 'is', value: 'pro' } } as const
const ordered: Performed = { if: 'performed', event: { name: 'order_completed', where: [] } }

test('asks whether a contact is in a segment or list, by name', async () => {
  const { user, choose, becomes, reads } = await shown(isPro)
  await choose('Condition 1 is about', 'Segment or list')
  becomes({ if: 'memberOf', segment: '' })
  await choose('Segment of condition 1', 'Beta testers')
  becomes({ if: 'memberOf', segment: LIST })
  reads('in “Beta testers”')
  await user.click(screen.getByRole('checkbox', { name: 'Must not be true' }))
  becomes({ not: { if: 'memberOf', segment: LIST } })
  reads('not in “Beta testers”')
})

test('keeps a segment that is gone, and says that it is', async () => {
  const gone = '00000000-0000-4000-8000-00000000000f'
  const { choose, becomes } = await shown({ if: 'memberOf', segment: gone })
  expect(screen.getByRole('combobox', { name: 'Segment of condition 1' })).toHaveTextContent('No longer there')
  await choose('Segment of condition 1', 'Gold')
  becomes({ if: 'memberOf', segment: SEGMENT })
})

test('asks what became of a message, of a journey or one step of it', async () => {
  const journey = { id: WELCOME, name: 'Welcome', status: 'live', live_version: 1, updated_at: '2026-01-01T00:00:00Z' }
  fakeApi({ 'rest/v1/journeys': [journey] })
  const { choose, becomes, reads } = await shown(isPro)
  await choose('Condition 1 is about', 'Message')
  reads('a message was opened')
  await choose('What happened, condition 1', 'A link was clicked')
  await choose('Journey of condition 1', 'Welcome')
  await choose('Message of condition 1', 'Hello')
  await choose('How often, condition 1', 'At most … times')
  await choose('When, condition 1', 'Only within the last …')
  const clicked = { if: 'message', did: 'clicked', times: { op: 'atMost', count: 2 }, within: 'P30D' }
  becomes({ ...clicked, journey: WELCOME, node: 'n_hello' })
  reads(
    'a link in a message was clicked (message “Hello”, journey “Welcome”, at most 2 times, and within the last 30 days)',
  )
  await choose('Journey of condition 1', 'Of any journey')
  becomes(clicked)
})

test('asks for stages and for a score', async () => {
  const { user, choose, write, becomes, reads } = await shown(isPro)
  await choose('Condition 1 is about', 'Lifecycle stage')
  for (const stage of ['lapsed', 'at risk', 'active']) await user.click(screen.getByRole('checkbox', { name: stage }))
  await user.click(screen.getByRole('checkbox', { name: 'active' }))
  becomes({ if: 'stage', in: ['atRisk', 'lapsed'] })
  reads('the lifecycle stage is at risk or lapsed')
  await choose('Condition 1 is about', 'Score')
  await choose('Comparison of condition 1', 'is less than')
  await write('Value of condition 1', 'low')
  expect(screen.getByText('Give a number')).toBeVisible()
  becomes({ if: 'score', op: 'lessThan', value: 1 })
  await write('Value of condition 1', '-2,5')
  becomes({ if: 'score', op: 'lessThan', value: -2.5 })
  reads('the score is less than -2.5')
})

test('asks what a contact wants to hear of, and whether they can be reached', async () => {
  const { choose, becomes, reads } = await shown(isPro)
  await choose('Condition 1 is about', 'Subscription')
  becomes({ if: 'subscribed', channel: 'email', topic: '' })
  await choose('Topic of condition 1', 'News')
  becomes({ if: 'subscribed', channel: 'email', topic: 'news' })
  reads('subscribed to “News” by email')
  await choose('Topic of condition 1', 'Everything by email')
  reads('not unsubscribed from everything by email')
  await choose('Condition 1 is about', 'Can be reached')
  becomes({ if: 'reachable', channel: 'email' })
  reads('reachable by email')
})

test('V7: asks for languages, and refuses what is none', async () => {
  const { choose, write, becomes, edits, reads } = await shown(isPro)
  await choose('Condition 1 is about', 'Language')
  const before = edits.length
  await write('Languages of condition 1', 'ro, 12')
  expect(screen.getByText('Give languages such as ro or pt-BR')).toBeVisible()
  expect(edits).toHaveLength(before)
  await write('Languages of condition 1', 'ro, pt-BR')
  becomes({ if: 'locale', in: ['ro', 'pt-BR'] })
  reads('the language is ro or pt-BR')
})

test('D37: asks for how long a value has been as it is, keeping the test', async () => {
  const { choose, becomes, reads } = await shown(isPro)
  await choose('Condition 1 is about', 'Attribute unchanged for a time')
  const unchanged = { ...isPro, if: 'unchanged', lasting: 'P7D' }
  becomes({ ...unchanged, op: 'atLeast' })
  reads('plan is “pro”, for at least 7 days')
  await choose('How long unchanged, condition 1', 'For less than')
  becomes({ ...unchanged, op: 'lessThan' })
})

test('asks what a property of events adds up to', async () => {
  const { user, choose, write, becomes, reads } = await shown(ordered)
  await user.click(screen.getByRole('checkbox', { name: 'Only if a property adds up' }))
  await user.type(screen.getByRole('combobox', { name: 'Property added up, condition 1' }), 'total{Enter}')
  await write('Sum to compare with, condition 1', '99.95')
  const sum = { property: 'total', op: 'atLeast', value: 99.95 }
  becomes({ ...ordered, sum })
  reads('order_completed happened and the sum of total is at least 99.95')
  await choose('When, condition 1', 'Only within the last …')
  becomes({ ...ordered, sum, within: 'P30D' })
})

test('asks about the first or last event, keeping the event', async () => {
  const { user, choose, write, becomes } = await shown({ ...ordered, within: 'P7D' })
  await choose('Condition 1 is about', 'First or last event')
  await choose('Which event, condition 1', 'The first such event')
  await user.type(screen.getByRole('combobox', { name: 'Property of the event, condition 1' }), 'total{Enter}')
  await choose('Comparison of condition 1', 'is more than')
  await write('Value of condition 1', '10')
  const test = { op: 'moreThan', value: 10 }
  becomes({ ...ordered, if: 'eventProperty', which: 'first', property: 'total', test, within: 'P7D' })
  await choose('When, condition 1', 'At any time before')
  becomes({ ...ordered, if: 'eventProperty', which: 'first', property: 'total', test })
})

test('takes lists of numbers and of mixed values', async () => {
  const { choose, write, becomes } = await shown({ ...isPro, test: { op: 'is', value: 5 } })
  await choose('Comparison of condition 1', 'is one of')
  becomes({ ...isPro, test: { op: 'in', values: [5] } })
  await write('Value of condition 1', '5, 7')
  becomes({ ...isPro, test: { op: 'in', values: [5, 7] } })
  await write('Value of condition 1', '5, seven')
  expect(screen.getByText('Give a number')).toBeVisible()
  await choose('Kind of value of condition 1', 'Text, numbers, yes / no')
  await write('Value of condition 1', '5, "5", "a, b", true')
  becomes({ ...isPro, test: { op: 'in', values: [5, '5', 'a, b', true] } })
})
