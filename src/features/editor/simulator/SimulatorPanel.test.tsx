import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Rule } from '@/audience/rule'
import type { Journey } from '@/engine/journey'
import { type Simulation, simulate } from '@/engine/simulate'
import { nodeTypes } from '@/nodes'
import { aJourney } from '@/testing/aJourney'
import { clientOf, workspaceId } from '@/testing/aWorkspace'
import { fakeApi } from '@/testing/fakeApi'
import { renderPage } from '@/testing/render'
import { EditorScope, Workbench } from '../JourneyEditor'
import { createEditorStore } from '../store/createEditorStore'
import { createWorld } from '../store/world'
import type { SimulationRequest } from './requestOf'

const cardsDrawn = vi.hoisted(() => ({ count: 0 }))
vi.mock('../canvas/ProblemMark', () => ({
  ProblemMark: () => {
    cardsDrawn.count += 1
    return null
  },
}))

// Here there are no threads.
vi.mock('./startSimulations', () => ({
  startSimulations: (onAnswer: (simulation: Simulation) => void) => ({
    run: (request: SimulationRequest) => onAnswer(simulate({ ...request, nodeTypes })),
    stop: () => undefined,
  }),
}))

const ana = {
  id: 7,
  external_id: 'ana',
  email: 'ana@people.example',
  locale: 'ro',
  time_zone: 'Asia/Tashkent',
  attributes: { tier: 'gold' },
  created_at: '2026-01-01T00:00:00Z',
  last_seen_at: null,
}

const standing = { changed_at: null, member_of: null, subscriptions: null, suppressed: null, sends: null, policy: null }

let api: ReturnType<typeof fakeApi>
beforeEach(() => serve())

function serve(known: Record<string, unknown> = standing) {
  api = fakeApi({
    'rest/v1/rpc/event_names': [{ name: 'bought' }],
    'rest/v1/rpc/search_contacts': [ana],
    'rest/v1/contacts': [ana],
    'rest/v1/rpc/contact_standing': [known],
    'rest/v1/events': [{ id: 1, type: 'track', name: 'looked', properties: {}, occurred_at: '2026-03-01T10:00:00Z' }],
    'rest/v1/workspace_locales': [
      { locale: 'en', position: 0, fallbacks: [], time_zone: null },
      { locale: 'ro', position: 1, fallbacks: [], time_zone: null },
    ],
  })
}

async function open(journey: Journey) {
  const world = createWorld({
    workspaceId,
    journeyId: 'j',
    check: { locales: ['en'], sourceLocale: 'en' },
    zone: 'Europe/Bucharest',
    readOnly: false,
  })
  const store = createEditorStore({ journey, revision: 1 })
  store.getState().setUp({ startsAt: Date.parse('2026-03-28T10:00+02:00') })
  const page = (
    <EditorScope editor={{ store, world }}>
      <Workbench />
    </EditorScope>
  )
  const view = await renderPage(page, { queryClient: clientOf('editor') })
  act(() => store.getState().openPanel('simulator'))
  const panel = within(await screen.findByRole('complementary', { name: 'Try it out' }))
  return { ...view, store, panel }
}

const rows = () =>
  within(screen.getByRole('log'))
    .queryAllByRole('listitem')
    .map((row) => row.textContent.replaceAll('\u202f', ' '))

const bought = () =>
  aJourney()
    .trigger('a')
    .waitFor('bought', 'P3D', { happened: (lane) => lane.exit('bought') })
    .email('Still there?', {
      en: { subject: 'Hello {{ contact.first_name }}', preheader: '', body: 'Hello.' },
      ro: { subject: 'Salut', preheader: '', body: 'Salut.' },
    })
    .build()

test('goes through the journey step by step, with the reason of each and the mail as it would be read', async () => {
  const { panel, user } = await open(bought())
  const next = await panel.findByRole('button', { name: 'Next step' })
  expect(rows()).toEqual([])
  for (let press = 0; press < 4; press++) await user.click(next)
  expect(rows().slice(0, 3)).toEqual([
    'Mar 28, 2026, 10:00 AMWhen a happensEntered the journey',
    'Mar 28, 2026, 10:00 AMWait until bought, at most 3 daysWaits for bought, at most until Mar 31, 2026, 10:00 AM',
    'Mar 31, 2026, 10:00 AMWait until bought, at most 3 daysIt did not happen in time: goes on by “Not in time”',
  ])
  expect(await panel.findByTitle('Email in English')).toHaveAttribute('sandbox', '')
  expect(panel.getByText('Hello Maria')).toBeVisible()
  await user.click(next)
  expect(rows().at(-1)).toContain('The journey ends: Came to the end of the path')
  expect(next).toHaveAttribute('aria-disabled', 'true')
  await user.click(panel.getByRole('button', { name: 'Back to the start' }))
  expect(rows()).toEqual([])
  expect(api.calls.filter(({ method, path }) => method !== 'GET' && !path.startsWith('rest/v1/rpc/'))).toEqual([])
})

test('jumps to the next wake, which an event set up on the way brings forward', async () => {
  const { panel, user } = await open(bought())
  await user.click(panel.getByRole('button', { name: 'Add an event' }))
  await user.type(panel.getByRole('combobox', { name: 'Event 1' }), 'bought{Enter}')
  await user.click(await panel.findByRole('button', { name: 'Skip the wait' }))
  expect(rows()).toHaveLength(3)
  expect(rows()[2]).toContain('Mar 28, 2026, 11:00 AM')
  await user.click(panel.getByRole('button', { name: 'Skip the wait' }))
  expect(rows().at(-1)).toContain('The journey is over for this contact')
})

test('a real contact brings their own past, zone and language', async () => {
  const looked: Rule = { if: 'performed', event: { name: 'looked', where: [] } }
  const gold: Rule = { if: 'attribute', attribute: 'tier', test: { op: 'is', value: 'gold' } }
  const drawn = aJourney()
    .trigger('a')
    .branch({ both: { all: [looked, gold] } }, { both: (lane) => lane.exit('known') })
  const { panel, user } = await open(drawn.build())
  await user.click(panel.getByRole('combobox', { name: 'Contact' }))
  await user.click(await screen.findByRole('option', { name: /ana@people/ }))
  await user.click(await panel.findByRole('button', { name: 'Skip the wait' }))
  expect(rows()[0]).toMatch(/^Mar 28, 2026, 1:00 PM/)
  expect(rows().join()).toContain('The journey ends: known')
})

test('names what is in the way of a draft that cannot run, and runs it once it is mended', async () => {
  const { panel, store } = await open(aJourney().trigger('').exit().build())
  expect(await panel.findByText(/cannot run until these errors/)).toBeVisible()
  expect(panel.getByRole('button', { name: /^Error:/ })).toBeVisible()
  act(() => store.getState().edit({ code: 'change' }, () => aJourney().trigger('a').wait('P1D').build()))
  expect(await panel.findByRole('button', { name: 'Next step' })).toBeEnabled()
})

test('marks the path on the canvas, and draws only the cards again that change', async () => {
  const builder = aJourney().trigger('a')
  for (let count = 0; count < 60; count += 1) builder.wait('P1D')
  const { panel, user, store } = await open(builder.build())
  const next = await panel.findByRole('button', { name: 'Next step' })
  await user.click(next)
  await waitFor(() => expect(store.getState().trail?.current).toBe('n_2'))
  const before = cardsDrawn.count
  await user.click(next)
  await user.click(next)
  expect(store.getState().trail).toMatchObject({ current: 'n_3', edges: new Set(['e_1', 'e_2']) })
  expect(cardsDrawn.count - before).toBeGreaterThan(0)
  expect(cardsDrawn.count - before).toBeLessThanOrEqual(4)
})

test('says of a message that is held back why and until when, and of one that is not sent why not', async () => {
  const quietHours = { from: '09:00', to: '11:30' }
  serve({ ...standing, policy: { quietHours, caps: [], topics: {} }, subscriptions: { 'email:news': 'pending' } })
  const { panel, user } = await open(
    aJourney().trigger('a').message({ topic: 'marketing' }).message({ topic: 'news' }).build(),
  )
  const next = await panel.findByRole('button', { name: 'Next step' })
  for (let press = 0; press < 4; press++) await user.click(next)
  expect(
    rows()
      .map((row) => row.replace(/^.*?[AP]M/, ''))
      .slice(1),
  ).toEqual([
    'Send “Hello”Held back for the quiet hours: waits until Mar 28, 2026, 11:30 AM',
    expect.stringContaining('Send “Hello”Handed over for sending'),
    'Send “Hello”Has not confirmed the subscription yet',
  ])
})

test('a contact comes in by any kind of trigger, with what it brings along', async () => {
  const schedule = {
    on: 'schedule' as const,
    start: '2026-03-01T09:00',
    repeat: 'FREQ=DAILY',
    zone: 'workspace' as const,
  }
  const sunday: Rule = {
    if: 'entryEvent',
    property: 'occurrence',
    test: { op: 'startsWith', value: '2026-03-29T09:00' },
  }
  const { panel, user } = await open(
    aJourney()
      .enteredBy(schedule)
      .branch({ sunday }, { sunday: (lane) => lane.exit('a Sunday') })
      .build(),
  )
  expect(panel.queryByText(/^Entry event/)).not.toBeInTheDocument()
  await user.click(await panel.findByRole('button', { name: 'Start when it comes next' }))
  await user.click(await panel.findByRole('button', { name: 'Skip the wait' }))
  expect(rows()[0]).toMatch(/^Mar 29, 2026, 9:00 AMEvery day at/)
  expect(rows().join()).toContain('The journey ends: a Sunday')
})

test('a call of the API brings what is typed in', async () => {
  const big: Rule = { if: 'entryEvent', property: 'total', test: { op: 'moreThan', value: 50 } }
  const drawn = aJourney()
    .enteredBy({ on: 'api' })
    .branch({ big }, { big: (lane) => lane.exit('big order') })
  const { panel, user, store } = await open(drawn.build())
  expect(panel.getByText('What the call brings along')).toBeVisible()
  act(() => store.getState().setUp({ entry: [{ name: 'total', value: '60' }] }))
  await user.click(await panel.findByRole('button', { name: 'Skip the wait' }))
  expect(rows().join()).toContain('The journey ends: big order')
})
