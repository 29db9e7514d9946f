import { screen } from '@testing-library/react'
import i18next from 'i18next'
import { afterEach, expect, test } from 'vitest'
import { chooseLanguage, type Language } from '@/lib/i18n'
import { fakeApi } from '@/testing/fakeApi'
import { renderPanel } from '@/testing/renderPanel'
import { views } from '../views.ts'
import { goTo } from './goTo.ts'

afterEach(() => chooseLanguage('en'))

const steps = [
  { id: 'n_1', sentence: 'Go to another step: choose which' },
  { id: 'n_2', sentence: 'Wait 3 days' },
]
const journey = (id: string, name: string) => ({
  id: `00000000-0000-4000-8000-00000000000${id}`,
  name,
  status: 'live',
  live_version: 1,
  updated_at: '2026-01-01T00:00:00Z',
})

test('leads to a step by its sentence, never to itself', async () => {
  const { user, edits } = await renderPanel('goTo', goTo.blank, { steps })
  expect(screen.getByText('Choose the step to go to.')).toBeVisible()
  await user.click(screen.getByRole('combobox', { name: 'Step' }))
  expect(screen.getAllByRole('option')).toHaveLength(1)
  await user.click(screen.getByRole('option', { name: 'Wait 3 days' }))
  expect(edits).toEqual([{ where: 'step', step: 'n_2', most: 10 }])
})

test('takes how often, up to a hundred times', async () => {
  const { user, edits } = await renderPanel('goTo', { where: 'step', step: 'n_2', most: 10 }, { steps })
  const most = screen.getByRole('textbox', { name: 'At most how often' })
  await user.clear(most)
  await user.type(most, '101{Enter}')
  expect(screen.getByText('A whole number from 1 to 100')).toBeVisible()
  await user.clear(most)
  await user.type(most, '3{Enter}')
  expect(edits).toEqual([{ where: 'step', step: 'n_2', most: 3 }])
})

test('leads on to another journey of the workspace, never to the one it is in', async () => {
  const [own, other] = [journey('1', 'This one'), journey('2', 'Win back')]
  fakeApi({ 'rest/v1/journeys': [own, other] })
  const { user, edits } = await renderPanel('goTo', goTo.blank, { journeyId: own.id })
  await user.click(screen.getByRole('radio', { name: 'Another journey' }))
  await user.click(await screen.findByRole('combobox', { name: 'Journey' }))
  expect(await screen.findByRole('option', { name: 'Win back' })).toBeVisible()
  expect(screen.queryByRole('option', { name: 'This one' })).not.toBeInTheDocument()
  await user.click(screen.getByRole('option', { name: 'Win back' }))
  expect(edits.at(-1)).toEqual({ where: 'journey', journey: other.id })
})

test.each<[Language, string]>([
  ['en', 'Go to “Wait 3 days”'],
  ['ro', 'Salt la „Wait 3 days”'],
  ['nl', 'Ga naar “Wait 3 days”'],
  ['fi', 'Siirry: ”Wait 3 days”'],
  ['uz', '“Wait 3 days” qadamiga oʻtish'],
  ['ar', 'انتقال إلى «\u2068Wait 3 days\u2069»'],
])('says in %s where it goes', async (language, sentence) => {
  await chooseLanguage(language)
  const none = new Map<string, string>()
  const names = { segments: none, topics: none, journeys: none, messages: none, step: () => 'Wait 3 days' }
  expect(views.goTo?.sentence({ where: 'step', step: 'n_2', most: 1 }, i18next.t, names)).toBe(sentence)
})
