import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { emptyJourney, type Journey } from '@/engine/journey'
import { createEditorStore } from './createEditorStore'

const named =
  (id: string) =>
  (journey: Journey): Journey => ({
    ...journey,
    nodes: [{ id, type: 'exit', data: { reason: '' } }],
  })
const open = () => createEditorStore({ journey: emptyJourney, revision: 1 }).getState
const idOf = (state: ReturnType<ReturnType<typeof open>>) => state.journey.nodes[0]?.id

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('undo and redo go through every change and say what it was', () => {
  const state = open()
  state().edit({ code: 'add', type: 'wait' }, named('a'))
  state().edit({ code: 'remove', type: 'exit' }, named('b'))
  expect(state().past.at(-1)?.change).toEqual({ code: 'remove', type: 'exit' })
  state().undo()
  expect(idOf(state())).toBe('a')
  expect(state().future.at(-1)?.change).toEqual({ code: 'remove', type: 'exit' })
  state().undo()
  expect(state().journey).toBe(emptyJourney)
  state().redo()
  state().redo()
  expect(idOf(state())).toBe('b')
})

test('an edit that changes nothing leaves no trace', () => {
  const state = open()
  state().edit({ code: 'add' }, (journey) => journey)
  expect(state().past).toEqual([])
})

test('changes of one field that follow quickly are one step, and a pause begins another', () => {
  const state = open()
  const change = { code: 'change', key: 'n_1' } as const
  state().edit(change, named('a'))
  vi.advanceTimersByTime(200)
  state().edit(change, named('ab'))
  expect(state().past).toHaveLength(1)
  vi.advanceTimersByTime(5000)
  state().edit(change, named('abc'))
  expect(state().past).toHaveLength(2)
})

test('a hundred gestures and more can be undone', () => {
  const state = open()
  for (let count = 0; count < 150; count += 1) state().edit({ code: 'add' }, named(`n_${count}`))
  for (let count = 0; count < 120; count += 1) state().undo()
  expect(idOf(state())).toBe('n_29')
})
