import { screen, within } from '@testing-library/react'
import i18next from 'i18next'
import { afterEach, expect, test } from 'vitest'
import { chooseLanguage, type Language } from '@/lib/i18n'
import { renderPanel } from '@/testing/renderPanel'
import { views } from '../views.ts'
import { type SplitData, split } from './split.ts'

afterEach(() => chooseLanguage('en'))

const arm = (id: string, weight: number, name = '', holdout = false) => ({ id, name, weight, holdout })
const abc: SplitData = { arms: [arm('a', 5, 'A'), arm('b', 3, 'B'), arm('c', 2, '', true)], promoted: null }
const armItem = (number: number) => within(screen.getByRole('listitem', { name: `Arm ${number}` }))

test('says the shares as a sentence, whatever the weights sum to', async () => {
  await renderPanel('split', abc)
  expect(screen.getByText('Of everyone who arrives: A 50%, B 30%, and Holdout 20%.')).toBeVisible()
  expect(armItem(3).getAllByText('Holdout')[0]).toBeVisible()
})

test('takes a weight with a comma, and refuses what is no number', async () => {
  const { user, edits } = await renderPanel('split', split.blank)
  const weight = armItem(1).getByRole('textbox', { name: 'Weight' })
  await user.clear(weight)
  await user.type(weight, '12,5{Enter}')
  expect(edits).toEqual([{ ...split.blank, arms: [arm('arm1', 12.5), arm('arm2', 50)] }])
  expect(screen.getByText('Of everyone who arrives: Arm 1 20% and Arm 2 80%.')).toBeVisible()
  await user.clear(weight)
  await user.type(weight, 'half{Enter}')
  expect(armItem(1).getByText('Give a number')).toBeVisible()
  expect(edits).toHaveLength(1)
})

test('adds, reorders and removes arms, and never one of the last two', async () => {
  const { user, edits } = await renderPanel('split', split.blank)
  expect(screen.getByRole('button', { name: 'Remove arm 1' })).toHaveAttribute('aria-disabled', 'true')
  await user.click(screen.getByRole('button', { name: 'Add an arm' }))
  await user.click(screen.getByRole('button', { name: 'Move arm 3 up' }))
  await user.click(screen.getByRole('button', { name: 'Remove arm 1' }))
  expect(edits.at(-1)).toEqual({ arms: [arm('arm3', 50), arm('arm2', 50)], promoted: null })
})

test('sends everyone to one arm and back, and keeps the weights', async () => {
  const { user, edits } = await renderPanel('split', abc)
  await user.click(screen.getByRole('button', { name: 'Send everyone here: arm 2' }))
  expect(edits.at(-1)).toEqual({ ...abc, promoted: 'b' })
  expect(screen.getByText('Everyone goes by “B”. The weights are kept.')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Send everyone here: arm 2' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Share out again' }))
  expect(edits.at(-1)).toEqual(abc)
})

test('marks an arm as the holdout', async () => {
  const { user, edits } = await renderPanel('split', split.blank)
  await user.click(armItem(2).getByRole('checkbox', { name: 'This arm is the holdout' }))
  expect(edits).toEqual([{ ...split.blank, arms: [arm('arm1', 50), arm('arm2', 50, '', true)] }])
})

test('says what is missing where no arm has a weight', async () => {
  await renderPanel('split', { ...abc, arms: abc.arms.map((each) => ({ ...each, weight: 0 })) })
  expect(screen.getByRole('alert')).toHaveTextContent('No arm has a weight')
})

test.each<[Language, string, string]>([
  ['en', 'A 50%, B 30%, and Holdout 20%', 'B · 30%'],
  ['ro', 'A 50 %, B 30 % și Grup de control 20 %', 'B · 30 %'],
  ['nl', 'A 50%, B 30% en Controlegroep 20%', 'B · 30%'],
  ['fi', 'A 50 %, B 30 % ja Vertailuryhmä 20 %', 'B · 30 %'],
])('is described in %s on its card and its lines', async (language, card, line) => {
  await chooseLanguage(language)
  const plain = (text: string | undefined) => text?.replace(/\u00a0/g, ' ')
  expect(plain(views.split?.sentence(abc, i18next.t))).toBe(card)
  expect(plain(views.split?.portLabel(abc, 'b', i18next.t))).toBe(line)
})

test('names only the number of many arms, and the one that everybody goes by', () => {
  const arms = ['a', 'b', 'c', 'd'].map((id) => arm(id, 1, id.toUpperCase()))
  expect(views.split?.sentence({ arms, promoted: null }, i18next.t)).toBe('4 arms, by chance')
  expect(views.split?.sentence({ arms, promoted: 'd' }, i18next.t)).toBe('Everyone to “D”')
})
