import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { StaleJourneyError } from '@/data/journeys'
import { emptyJourney, type Journey } from '@/engine/journey'
import { startAutosave } from './autosave'
import { createEditorStore } from './createEditorStore'

const named = (id: string): Journey => ({ ...emptyJourney, nodes: [{ id, type: 'exit', data: { reason: '' } }] })
const change = { code: 'change' } as const

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function open(save: (draft: Journey, revision: number) => Promise<number>) {
  const store = createEditorStore({ journey: emptyJourney, revision: 1 })
  const autosave = startAutosave(store, save)
  return { store, autosave, edit: (id: string) => store.getState().edit(change, () => named(id)) }
}

test('saves once after a pause, over the revision it has, and goes on from the new one', async () => {
  const save = vi.fn(async (_draft: Journey, revision: number) => revision + 1)
  const { store, edit } = open(save)
  edit('a')
  edit('b')
  expect(store.getState().saveState).toBe('waiting')
  await vi.advanceTimersByTimeAsync(1000)
  expect(save).toHaveBeenCalledExactlyOnceWith(named('b'), 1)
  expect(store.getState()).toMatchObject({ saveState: 'saved', revision: 2 })
})

test('a change made while saving is saved after it, never beside it', async () => {
  let finish = (_revision: number) => {}
  const save = vi.fn(() => new Promise<number>((resolve) => (finish = resolve)))
  const { store, edit } = open(save)
  edit('a')
  await vi.advanceTimersByTimeAsync(1000)
  edit('b')
  await vi.advanceTimersByTimeAsync(5000)
  expect(save).toHaveBeenCalledTimes(1)
  finish(2)
  await vi.advanceTimersByTimeAsync(0)
  expect(save).toHaveBeenLastCalledWith(named('b'), 2)
  finish(3)
  await vi.advanceTimersByTimeAsync(0)
  expect(store.getState()).toMatchObject({ saveState: 'saved', revision: 3 })
})

test('saves at once what a kept history has that the server has not', async () => {
  const save = vi.fn(async (_draft: Journey, revision: number) => revision + 1)
  const store = createEditorStore({ journey: named('left behind'), revision: 3 })
  startAutosave(store, save, named('stored'))
  expect(store.getState().saveState).toBe('waiting')
  await vi.advanceTimersByTimeAsync(1000)
  expect(save).toHaveBeenCalledExactlyOnceWith(named('left behind'), 3)
})

test('tries again while the server cannot be reached', async () => {
  const save = vi.fn().mockRejectedValueOnce(new TypeError('Failed to fetch')).mockResolvedValue(2)
  const { store, edit } = open(save)
  edit('a')
  await vi.advanceTimersByTimeAsync(1000)
  expect(store.getState().saveState).toBe('retrying')
  await vi.advanceTimersByTimeAsync(6000)
  expect(store.getState().saveState).toBe('saved')
})

test('stops at a conflict and says so to whoever wants everything saved', async () => {
  const save = vi.fn().mockRejectedValue(new StaleJourneyError())
  const { store, edit, autosave } = open(save)
  edit('a')
  await vi.advanceTimersByTimeAsync(1000)
  expect(store.getState()).toMatchObject({ saveState: 'conflict', asksAboutConflict: true })
  edit('b')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(save).toHaveBeenCalledTimes(1)
  expect(await autosave.flush()).toBe(false)
})

test('after loading theirs, mine is one undo away and everything counts as saved', async () => {
  const save = vi.fn().mockRejectedValueOnce(new StaleJourneyError()).mockResolvedValue(6)
  const { store, edit, autosave } = open(save)
  edit('mine')
  await vi.advanceTimersByTimeAsync(1000)
  store.getState().load(named('theirs'), 5)
  expect(await autosave.flush()).toBe(true)
  expect(save).toHaveBeenCalledTimes(1)
  store.getState().undo()
  expect(store.getState().journey).toEqual(named('mine'))
  await vi.advanceTimersByTimeAsync(1000)
  expect(save).toHaveBeenLastCalledWith(named('mine'), 5)
})
