import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { emptyJourney, type Journey } from '@/engine/journey'
import { aJourney } from '@/testing/aJourney'
import { clientOf, workspaceId } from '@/testing/aWorkspace'
import { fakeApi } from '@/testing/fakeApi'
import { renderPage } from '@/testing/render'
import { EditorScope, Workbench } from './JourneyEditor'
import { createEditorStore } from './store/createEditorStore'
import { createWorld } from './store/world'

const cardsDrawn = vi.hoisted(() => ({ count: 0 }))
vi.mock('./canvas/ProblemMark', () => ({
  ProblemMark: () => {
    cardsDrawn.count += 1
    return null
  },
}))

beforeEach(() => {
  fakeApi({ 'rest/v1/rpc/event_names': [], 'rest/v1/events': [], 'rest/v1/rpc/event_properties': [] })
})

async function open(journey: Journey, { narrow = false } = {}) {
  vi.spyOn(window, 'matchMedia').mockImplementation((media) =>
    Object.assign(new EventTarget(), {
      media,
      matches: narrow && media.includes('899px'),
      onchange: null,
      addListener: () => {},
      removeListener: () => {},
    }),
  )
  const world = createWorld({
    workspaceId,
    journeyId: 'j',
    check: { locales: ['en'], sourceLocale: 'en' },
    zone: 'UTC',
    readOnly: false,
  })
  const store = createEditorStore({ journey, revision: 1 })
  const page = (
    <EditorScope editor={{ store, world }}>
      <Workbench />
    </EditorScope>
  )
  return { ...(await renderPage(page, { queryClient: clientOf('editor') })), store }
}

const steps = () =>
  screen.getAllByRole('button', { name: /^Step \d/ }).map((card) => card.getAttribute('aria-label')?.split(', ')[1])

test('an empty canvas teaches, and its button adds the trigger and opens it', async () => {
  const { user } = await open(emptyJourney)
  await user.click(screen.getByRole('button', { name: 'Add: Trigger' }))
  expect(await screen.findByRole('complementary', { name: 'Trigger' })).toHaveFocus()
  expect(screen.queryByText('What starts this journey?')).not.toBeInTheDocument()
})

test('a journey is drawn without a mouse', async () => {
  const { user, store } = await open(aJourney().trigger('signed_up').build(), { narrow: true })
  await user.tab()
  expect(screen.getByRole('button', { name: /^Step 1 of 1, Trigger/ })).toHaveFocus()
  await user.keyboard('a')
  await user.type(await screen.findByRole('combobox', { name: 'Add a step' }), 'wait{Enter}')
  expect(await screen.findByRole('complementary', { name: 'Wait' })).toHaveFocus()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.getByRole('button', { name: /^Step 2 of 2, Wait/ })).toHaveFocus())
  await user.keyboard('a')
  await user.type(await screen.findByRole('combobox', { name: 'Add a step' }), 'exit{Enter}')
  await user.keyboard('{Escape}')
  expect(steps()).toEqual(['Trigger When signed_up happens', 'Wait Wait 1 day', 'Exit The journey ends here'])
  await waitFor(() => expect(screen.getByRole('button', { name: /^Step 3 of 3/ })).toHaveFocus())
  await user.keyboard('{ArrowUp}')
  await waitFor(() => expect(screen.getByRole('button', { name: /^Step 2 of 3/ })).toHaveFocus())
  await user.keyboard('{Delete}')
  await waitFor(() => expect(steps()).toEqual(['Trigger When signed_up happens', 'Exit The journey ends here']))
  await waitFor(() => expect(screen.getByRole('button', { name: /^Step 1 of 2/ })).toHaveFocus())
  expect(screen.getByText('Done: delete Wait')).toBeInTheDocument()
  await user.keyboard('{Control>}z{/Control}')
  expect(steps()).toHaveLength(3)
  expect(store.getState().journey.edges).toHaveLength(2)
})

test('a port is led to a step by "Connect to…"', async () => {
  const journey = aJourney().trigger('a').as('x').wait('P1D').as('y').email('Hello').build()
  const { user, store } = await open(journey, { narrow: true })
  await user.click(screen.getByRole('button', { name: /^Step 3 of 3/ }))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.getByRole('button', { name: /^Step 3 of 3/ })).toHaveFocus())
  await user.keyboard('c')
  await user.type(await screen.findByRole('combobox', { name: 'Connect to a step' }), 'wait{Enter}')
  expect(store.getState().journey.edges.at(-1)).toMatchObject({ source: 'y', sourceHandle: 'next', target: 'x' })
})

test('deleting a branch asks which path to keep', async () => {
  const rule = { if: 'attribute', attribute: 'vip', test: { op: 'is', value: true } } as const
  const journey = aJourney()
    .trigger('a')
    .branch({ vip: rule }, { vip: (lane) => lane.email('Hello'), else: (lane) => lane.wait('P1D') })
    .build()
  const { user } = await open(journey, { narrow: true })
  await user.click(screen.getByRole('button', { name: /^Step 2 of 4, Branch/ }))
  await user.click(screen.getByRole('button', { name: 'More about this step' }))
  await user.click(await screen.findByRole('menuitem', { name: /Delete the step/ }))
  const dialog = await screen.findByRole('alertdialog')
  await user.click(within(dialog).getByRole('radio', { name: 'Everyone else' }))
  await user.click(within(dialog).getByRole('button', { name: 'Delete the step' }))
  await waitFor(() => expect(steps()).toEqual(['Trigger When a happens', 'Wait Wait 1 day']))
})

test('one changed step draws few cards again, however many there are', async () => {
  const builder = aJourney().trigger('a')
  for (let count = 0; count < 60; count += 1) builder.wait('P1D')
  const { store } = await open(builder.build())
  await screen.findByRole('button', { name: /^Step 61 of 61/ })
  const before = cardsDrawn.count
  const lasting = { until: 'duration', lasting: 'P9D' }
  store.getState().edit({ code: 'change' }, (journey) => ({
    ...journey,
    nodes: journey.nodes.map((node) => (node.id === 'n_30' ? { ...node, data: lasting } : node)),
  }))
  await screen.findByRole('button', { name: /^Step 30 of 61, Wait Wait 9 days/ })
  expect(cardsDrawn.count - before).toBeGreaterThan(0)
  expect(cardsDrawn.count - before).toBeLessThanOrEqual(3)
})
