import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chance } from '../../engine/chance.ts'
import { visitOf } from '../../testing/visitOf.ts'
import { sharesOf } from './drawArm.ts'
import { withArmMoved, withNewArm, withoutArm } from './editArms.ts'
import { type SplitData, split } from './split.ts'

const context = { locales: ['en'], sourceLocale: 'en' }
const armed = (weights: readonly number[], promoted: string | null = null): SplitData =>
  split.data.parse({ arms: weights.map((weight, index) => ({ id: `a${index}`, name: '', weight })), promoted })

function taken(data: SplitData, drawn: number): string {
  const decision = split.visit(visitOf(data, { chance: drawn }))
  return decision.do === 'leave' ? `${decision.by} ${decision.because}` : decision.do
}

function counts(data: SplitData, people: number): number[] {
  const found = new Map<string, number>()
  for (let id = 1; id <= people; id++) {
    const way = taken(data, chance(`${id}:n_2`))
    found.set(way, (found.get(way) ?? 0) + 1)
  }
  return data.arms.map((arm) => found.get(`${arm.id} drawn`) ?? 0)
}

describe('drawing', () => {
  test.each([
    [[1, 1, 1], 3_000],
    [[1, 1, 1], 30_000],
    [[50, 30, 20], 3_000],
    [[50, 30, 20], 30_000],
    [[90, 0, 10], 30_000],
    [[0.5, 99.5], 30_000],
  ])('L14: weights %j give every arm its share of %i people, within three sigma', (weights, people) => {
    const data = armed(weights)
    const shares = sharesOf(data)
    for (const [index, count] of counts(data, people).entries()) {
      const share = shares[index] ?? 0
      const sigma = Math.sqrt(people * share * (1 - share))
      expect(Math.abs(count - people * share), `arm ${index}`).toBeLessThanOrEqual(3 * sigma)
    }
  })

  test.each([
    [[20, 20, 20], 0.9, 'a2 drawn'],
    [[20, 20, 20], 0.5, 'a1 drawn'],
    [[20, 20, 20], 0, 'a0 drawn'],
    [[0, 1, 0], 0, 'a1 drawn'],
    [[0, 1, 0], 1 - 2 ** -53, 'a1 drawn'],
    [[0, 0], 0.1, 'a1 drawn'],
  ])('P13: weights %j and a chance of %d give %s, whatever the weights sum to', (weights, drawn, way) => {
    expect(taken(armed(weights), drawn)).toBe(way)
  })

  test('never takes an arm of weight 0 where another has one, nor a way that is not there', () => {
    const weights = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 1e6, noNaN: true })), {
      minLength: 1,
    })
    const drawn = fc.double({ min: 0, max: 1 - 2 ** -53, noNaN: true })
    fc.assert(
      fc.property(weights, drawn, (weights, drawn) => {
        const all = weights.slice(0, 20)
        const index = Number(/^a(\d+) drawn$/.exec(taken(armed(all), drawn))?.[1])
        expect(all[index]).toBeDefined()
        if (all.some((weight) => weight > 0)) expect(all[index]).toBeGreaterThan(0)
      }),
    )
  })

  test('a bigger weight on one of two arms takes people over and gives none away', () => {
    const before = armed([50, 50])
    const after = armed([70, 30])
    for (let id = 1; id <= 3_000; id++) {
      const drawn = chance(`${id}:n_2`)
      if (taken(before, drawn) === 'a0 drawn') expect(taken(after, drawn)).toBe('a0 drawn')
    }
  })
})

describe('promoting an arm', () => {
  test('sends everyone by it and keeps the weights', () => {
    const data = armed([50, 30, 20], 'a2')
    expect([0, 0.5, 0.99].map((drawn) => taken(data, drawn))).toEqual(['a2 promoted', 'a2 promoted', 'a2 promoted'])
    expect(sharesOf(data)).toEqual([0, 0, 1])
    expect(sharesOf({ ...data, promoted: null })).toEqual([0.5, 0.3, 0.2])
  })

  test('of an arm that is not there draws as before', () => {
    expect(taken(armed([1, 1], 'gone'), 0.1)).toBe('a0 drawn')
  })
})

test.each([
  [armed([1]), ['split.oneArm']],
  [armed([0, 0]), ['split.noWeight']],
  [armed([1, 0]), []],
  [armed([1, 1], 'gone'), ['split.promotedGone']],
  [{ ...armed([1, 1]), arms: [...armed([1]).arms, ...armed([1]).arms] }, ['split.sameArm']],
])('checks what keeps it from being published: %#', (data, codes) => {
  expect(split.check(data, context).map(({ code }) => code)).toEqual(codes)
})

test.each([[-1], [Number.NaN], [Number.POSITIVE_INFINITY], [2_000_000]])('refuses a weight of %d', (weight) => {
  expect(split.data.safeParse({ arms: [{ id: 'a', name: '', weight }], promoted: null }).success).toBe(false)
})

describe('editing the arms', () => {
  test('adds one with a fresh id and the average weight', () => {
    const added = withNewArm(withNewArm({ ...split.blank, arms: split.blank.arms.slice(1) }))
    expect(added.arms.map(({ id, weight }) => [id, weight])).toEqual([
      ['arm2', 50],
      ['arm3', 50],
      ['arm4', 50],
    ])
    expect(withNewArm(armed([0, 0])).arms.at(-1)?.weight).toBe(50)
  })

  test('moves one, and none off the end', () => {
    const data = armed([1, 2, 3])
    const order = ({ arms }: SplitData) => arms.map(({ weight }) => weight)
    expect(order(withArmMoved(data, 0, 1))).toEqual([2, 1, 3])
    expect(withArmMoved(data, 2, 1)).toBe(data)
    expect(withArmMoved(data, 0, -1)).toBe(data)
  })

  test('shares out again when the promoted arm is removed, and only then', () => {
    expect(withoutArm(armed([1, 2, 3], 'a1'), 1)).toEqual({
      ...armed([1, 2, 3]),
      arms: armed([1, 2, 3]).arms.toSpliced(1, 1),
    })
    expect(withoutArm(armed([1, 2, 3], 'a1'), 0).promoted).toBe('a1')
  })
})
