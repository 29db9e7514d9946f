import { describe, expect, test } from 'vitest'
import { factsOf } from '../testing/factsOf.ts'
import { applyEffects } from './applyEffects.ts'
import type { Change } from './effect.ts'

const before = factsOf([], {
  attributes: { plan: 'free', score: 4, name: 'Ana' },
  changedAt: { plan: 5, score: 5 },
  memberOf: { vip: 3 },
})
const changedBy = (...changes: Change[]) => applyEffects(before, [{ do: 'update', nodeId: 'n', changes }], { at: 10 })

describe('an update', () => {
  test('sets and unsets attributes, and notes since when', () => {
    expect(changedBy({ set: 'plan', value: 'pro' }, { unset: 'name' })).toMatchObject({
      attributes: { plan: 'pro', score: 4 },
      changedAt: { plan: 10, score: 5, name: 10 },
    })
    expect(changedBy({ unset: 'name' }).attributes).not.toHaveProperty('name')
  })

  test('leaves what stays the same as it was, since when it was', () => {
    expect(changedBy({ set: 'plan', value: 'free' })).toEqual(before)
  })

  test.each([
    ['score', 6.5],
    ['name', 2.5],
    ['points', 2.5],
    ['constructor', 2.5],
  ])('adds to %s what is a number already, and otherwise to zero', (add, sum) => {
    expect(changedBy({ add, by: 2.5 }).attributes[add]).toBe(sum)
  })

  test('joins and leaves lists; who is in already is in since then', () => {
    expect(changedBy({ list: 'vip', member: true }, { list: 'new', member: true }).memberOf).toEqual({
      vip: 3,
      new: 10,
    })
    expect(changedBy({ list: 'vip', member: false }).memberOf).toEqual({})
  })

  test('subscribes and unsubscribes', () => {
    expect(changedBy({ channel: 'email', topic: 'news', subscribed: false }).subscriptions).toEqual({
      'email:news': 'unsubscribed',
    })
  })

  test('changes nothing of the facts it was given', () => {
    const copy = structuredClone(before)
    changedBy({ set: 'plan', value: 'pro' }, { list: 'new', member: true }, { add: 'score', by: 1 })
    expect(before).toEqual(copy)
  })
})

test('a message handed over counts for frequency caps from then on', () => {
  const send = { do: 'send', nodeId: 'n', channel: 'email', topic: 'news', capClass: 'marketing' } as const
  expect(applyEffects(before, [send], { at: 10 }).sends).toEqual([{ at: 10, channel: 'email', capClass: 'marketing' }])
})

test('subscribing to a topic that must be confirmed leaves it pending, unless it was confirmed before', () => {
  const policy = { caps: [], topics: { news: { byDefault: 'unsubscribed' as const, doubleOptIn: true } } }
  const subscribe = {
    do: 'update' as const,
    nodeId: 'n',
    changes: [{ channel: 'email', topic: 'news', subscribed: true }],
  }
  const stands = (subscriptions: typeof before.subscriptions) =>
    applyEffects({ ...before, subscriptions }, [subscribe], { at: 10, policy }).subscriptions['email:news']
  expect([stands({}), stands({ 'email:news': 'subscribed' })]).toEqual(['pending', 'subscribed'])
})
