import { screen, within } from '@testing-library/react'
import i18next from 'i18next'
import { afterEach, expect, test } from 'vitest'
import { chooseLanguage, type Language } from '@/lib/i18n'
import { renderPanel } from '@/testing/renderPanel'
import { views } from '../views.ts'
import type { UpdateData } from './updateData.ts'

afterEach(() => chooseLanguage('en'))

const score: UpdateData = { changes: [{ do: 'add', attribute: 'score', by: 10 }] }
const change = (number: number) => within(screen.getByRole('listitem', { name: `Change ${number}` }))

test('adds a change, and says what it still needs', async () => {
  const { user, edits } = await renderPanel('update', { changes: [] })
  expect(screen.getByText('Add a change, or delete this step.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Add a change' }))
  expect(screen.getByText('Change 1: choose the attribute.')).toBeVisible()
  await user.type(change(1).getByRole('combobox', { name: 'Attribute' }), 'plan{Enter}')
  await user.type(change(1).getByRole('textbox', { name: 'Value' }), 'pro{Enter}')
  expect(edits.at(-1)).toEqual({ changes: [{ do: 'set', attribute: 'plan', value: { is: 'text', value: 'pro' } }] })
})

test('takes a value from the entry event', async () => {
  const { user, edits } = await renderPanel('update', {
    changes: [{ do: 'set', attribute: 'colour', value: { is: 'text', value: '' } }],
  })
  await user.click(change(1).getByRole('combobox', { name: 'Kind of value' }))
  await user.click(screen.getByRole('option', { name: 'From the entry event' }))
  await user.type(change(1).getByRole('combobox', { name: 'Property of the entry event' }), 'colour{Enter}')
  expect(edits.at(-1)).toEqual({
    changes: [{ do: 'set', attribute: 'colour', value: { is: 'entryEvent', property: 'colour' } }],
  })
})

test('takes away with a minus, in Arabic digits too, and refuses what is no number', async () => {
  const { user, edits } = await renderPanel('update', score)
  const amount = change(1).getByRole('textbox', { name: 'How much' })
  await user.clear(amount)
  await user.type(amount, '-٢,٥{Enter}')
  expect(edits).toEqual([{ changes: [{ do: 'add', attribute: 'score', by: -2.5 }] }])
  await user.clear(amount)
  await user.type(amount, 'many{Enter}')
  expect(change(1).getByText('Give a number')).toBeVisible()
})

test('keeps the attribute where another kind of change needs one, and moves and removes changes', async () => {
  const { user, edits } = await renderPanel('update', {
    changes: [...score.changes, { do: 'stage', stage: 'loyal' }],
  })
  await user.click(change(1).getByRole('combobox', { name: 'What to do' }))
  await user.click(screen.getByRole('option', { name: 'Clear an attribute' }))
  expect(edits.at(-1)).toEqual({
    changes: [
      { do: 'unset', attribute: 'score' },
      { do: 'stage', stage: 'loyal' },
    ],
  })
  await user.click(screen.getByRole('button', { name: 'Move change 2 up' }))
  await user.click(screen.getByRole('button', { name: 'Remove change 2' }))
  expect(edits.at(-1)).toEqual({ changes: [{ do: 'stage', stage: 'loyal' }] })
})

test.each<[Language, string]>([
  ['en', 'Update: plan = “pro” and score − 5'],
  ['ro', 'Actualizare: plan = „pro” și score − 5'],
  ['nl', 'Bijwerken: plan = “pro” en score − 5'],
  ['fi', 'Päivitys: plan = ”pro” ja score − 5'],
  ['uz', 'Yangilash: plan = “pro” va score − 5'],
  ['ar', 'تحديث: \u2068plan\u2069 = \u2068«\u2068pro\u2069»\u2069 و\u2068score\u2069 − 5'],
])('says in %s what it changes', async (language, sentence) => {
  await chooseLanguage(language)
  const said = views.update?.sentence(
    {
      changes: [
        { do: 'set', attribute: 'plan', value: { is: 'text', value: 'pro' } },
        { do: 'add', attribute: 'score', by: -5 },
      ],
    },
    i18next.t,
  )
  expect(said?.replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)))).toBe(sentence)
})
