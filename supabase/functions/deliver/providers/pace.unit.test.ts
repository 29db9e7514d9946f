import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Pace } from './pace.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Work that takes its time, and how much of it goes on. */
function work(milliseconds: number) {
  const seen = { running: 0, most: 0, begun: [] as number[] }
  const one = async () => {
    seen.begun.push(Date.now() - began)
    seen.running += 1
    seen.most = Math.max(seen.most, seen.running)
    await new Promise((done) => setTimeout(done, milliseconds))
    seen.running -= 1
  }
  const began = Date.now()
  return { seen, one }
}
const pace = (atOnce: number, perSecond: number) =>
  new Pace({ atOnce, perSecond }, Date.now, (lasting) => new Promise((done) => setTimeout(done, lasting)))

test('lets no more begin in a second than the provider takes', async () => {
  const slow = pace(100, 4)
  const { seen, one } = work(1)
  const all = Promise.all(Array.from({ length: 9 }, () => slow.run(one)))
  await vi.runAllTimersAsync()
  await all
  expect(seen.begun).toEqual([0, 250, 500, 750, 1000, 1250, 1500, 1750, 2000])
})

test('lets no more go on at once than the provider takes, and everybody through', async () => {
  const narrow = pace(3, 1000)
  const { seen, one } = work(100)
  const all = Promise.all(Array.from({ length: 20 }, () => narrow.run(one)))
  await vi.runAllTimersAsync()
  await all
  expect(seen.most).toBe(3)
  expect(seen.begun).toHaveLength(20)
})

test('a provider that hangs is not waited for by everybody in turn', async () => {
  const stalled = pace(2, 1000)
  const { seen, one } = work(20_000)
  const all = Promise.all(Array.from({ length: 50 }, () => stalled.run(one)))
  await vi.runAllTimersAsync()
  expect((await all).filter(Boolean)).toEqual(Array(48).fill({ away: 30_000 }))
  expect(seen.begun).toHaveLength(2)
})

test('a failure frees its place', async () => {
  const narrow = pace(1, 1000)
  await expect(narrow.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  const next = narrow.run(async () => 'through')
  await vi.runAllTimersAsync()
  expect(await next).toBe('through')
})

test('sends away who would wait too long, and everybody while it is paused', async () => {
  const slow = pace(1, 1)
  const { one } = work(0)
  const all = Promise.all(Array.from({ length: 20 }, () => slow.run(one)))
  await vi.runAllTimersAsync()
  expect((await all).filter(Boolean)).toEqual(Array(4).fill({ away: 16_000 }))
  slow.pause(5000)
  expect(await slow.run(one)).toEqual({ away: 5000 })
  vi.setSystemTime(Date.now() + 5000)
  expect(await slow.run(async () => 'through')).toBe('through')
})
