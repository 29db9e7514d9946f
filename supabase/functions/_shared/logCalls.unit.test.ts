import { beforeEach, expect, test, vi } from 'vitest'
import type { Context } from './handle.ts'
import { logCalls } from './logCalls.ts'

const log = vi.spyOn(console, 'info')
beforeEach(() => {
  log.mockReset().mockReturnValue()
})

const context = {} as Context
const call = (answer: unknown) =>
  logCalls('tick', () => Response.json(answer))(new Request('http://functions.example/tick'), context)
const lines = () => log.mock.calls.map(([line]) => JSON.parse(String(line)))

test('a call that did something is one line of JSON with its counts and how long it took', async () => {
  const answer = { now: '2026-03-01T12:00:00Z', enrollments: 2, steps: 5, failed: 0, isDone: true }
  expect(await (await call(answer)).json()).toEqual(answer)
  expect(lines()).toEqual([
    { level: 'info', function: 'tick', ms: expect.any(Number), enrollments: 2, steps: 5, failed: 0, isDone: true },
  ])
})

test('a call that found nothing to do says nothing; one that could not finish does', async () => {
  await call({ enrollments: 0, isDone: true })
  expect(lines()).toEqual([])
  await call({ enrollments: 0, isDone: false })
  expect(lines()).toHaveLength(1)
})

test('only counts are written down, whatever else is answered', async () => {
  await call({ sent: 1, address: 'ann@people.example', people: ['Ann'], isDone: true })
  expect(String(log.mock.calls[0])).not.toMatch(/ann/i)
})
