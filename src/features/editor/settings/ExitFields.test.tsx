import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { emptyJourney, type JourneySettings } from '@/engine/journey'
import { clientOf, workspaceId } from '@/testing/aWorkspace'
import { renderPage } from '@/testing/render'
import { EditorScope } from '../JourneyEditor'
import { createEditorStore } from '../store/createEditorStore'
import { createWorld } from '../store/world'
import { SettingsPanel } from './SettingsPanel'

async function open(exit: JourneySettings['exit'], readOnly = false) {
  const check = { locales: ['en'], sourceLocale: 'en' }
  const world = createWorld({ workspaceId, journeyId: 'j', check, zone: 'UTC', readOnly })
  const goal = { event: { name: 'ordered', where: [] }, within: 'P30D' }
  const journey = { ...emptyJourney, settings: { ...emptyJourney.settings, goal, exit } }
  const store = createEditorStore({ journey, revision: 1 })
  const page = (
    <EditorScope editor={{ store, world }}>
      <SettingsPanel />
    </EditorScope>
  )
  const { user } = await renderPage(page, { queryClient: clientOf(readOnly ? 'viewer' : 'editor') })
  return { user, exits: () => store.getState().journey.settings.exit }
}

const isPro = { if: 'attribute', attribute: 'plan', test: { op: 'is', value: 'pro' } } as const

test('a rule is added, says that it is unfinished, and when it counts can be chosen', async () => {
  const { user, exits } = await open([{ on: 'goal' }])
  await user.click(screen.getByRole('button', { name: 'Add a rule' }))
  expect(exits()).toEqual([{ on: 'rule', rule: { all: [] }, when: 'becomesTrue' }, { on: 'goal' }])
  expect(screen.getByText('Say what the rule asks.')).toBeVisible()
  await user.click(screen.getByRole('combobox', { name: 'When, exit rule 1' }))
  await user.click(await screen.findByRole('option', { name: 'As soon as the rule no longer holds' }))
  expect(exits()[0]).toMatchObject({ when: 'stopsBeingTrue' })
})

test('a rule reads as a sentence and can be removed', async () => {
  const { user, exits } = await open([{ on: 'rule', rule: isPro, when: 'becomesTrue' }, { on: 'unsubscribed' }])
  expect(screen.getByText(/^Read as: .*plan.*pro/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Remove exit rule 1' }))
  expect(exits()).toEqual([{ on: 'unsubscribed' }])
})

test('leaving with the last subscription is a box to tick', async () => {
  const { user, exits } = await open([])
  await user.click(screen.getByRole('checkbox', { name: /When they unsubscribe from all e-mail/ }))
  expect(exits()).toEqual([{ on: 'unsubscribed' }])
})

test('nothing can be changed by those who may only look', async () => {
  await open([{ on: 'rule', rule: isPro, when: 'becomesTrue' }], true)
  expect(screen.getByRole('checkbox', { name: /When they unsubscribe/ })).toHaveAttribute('aria-disabled', 'true')
  expect(screen.queryByRole('button', { name: 'Add a rule' })).not.toBeInTheDocument()
})
