import { expect, test } from 'vitest'
import { nodeTypes } from '../nodes/index.ts'
import { aJourney } from '../testing/aJourney.ts'
import { factsOf } from '../testing/factsOf.ts'
import { compile } from './compile.ts'
import { journeySchema } from './journey.ts'
import { clockMoment } from './moment.ts'
import { runUntilWaiting } from './runUntilWaiting.ts'

const entered = clockMoment(Date.parse('2026-03-03T09:00Z'))

function enter(holdout: number, holdoutKey?: string, { nodeId = 'n_1', enrollmentId = '1' } = {}) {
  const exit = [{ on: 'event' as const, event: { name: 'left', where: [] } }]
  const drawn = aJourney().trigger('Opened').email('Hello').exit('done').with({ holdout, exit })
  const position = { nodeId, arrived: entered, entered }
  const facts = factsOf([['left', entered.at + 1]])
  return runUntilWaiting({
    journey: compile(drawn.build(), nodeTypes),
    enrollmentId,
    ...(holdoutKey !== undefined && { holdoutKey }),
    position,
    facts,
    zone: 'UTC',
    now: entered.at,
  })
}

const heldOut = (holdout: number, key: string, more = {}) => {
  const { outcome } = enter(holdout, key, more)
  return outcome.do === 'end' && outcome.because === 'holdout'
}
const keys = Array.from({ length: 10_000 }, (_, contact) => `journey:${contact}`)
const [out = ''] = keys.filter((key) => heldOut(0.1, key))

test('ends at once where the contact enters, with nothing sent', () => {
  const { steps, outcome } = enter(0.1, out)
  expect(steps).toEqual([{ nodeId: 'n_1', arrived: entered, left: entered, because: 'holdout', effects: [] }])
  expect(outcome).toEqual({ do: 'end', at: entered, because: 'holdout' })
})

test('comes before every exit rule, also when the worker is late', () => {
  const journey = compile(
    aJourney()
      .trigger('Opened')
      .exit()
      .with({ holdout: 0.5, exit: [{ on: 'event', event: { name: 'left', where: [] } }] })
      .build(),
    nodeTypes,
  )
  const late = entered.at + 86_400_000
  const run = runUntilWaiting({
    journey,
    enrollmentId: '1',
    holdoutKey: out,
    position: { nodeId: 'n_1', arrived: entered, entered },
    facts: factsOf([['left', entered.at + 1]]),
    zone: 'UTC',
    now: late,
    notBefore: late,
  })
  expect(run.outcome).toMatchObject({ because: 'holdout' })
})

test('keeps out the part asked for, within three sigma', () => {
  const count = keys.filter((key) => heldOut(0.1, key)).length
  expect(Math.abs(count - 1_000)).toBeLessThanOrEqual(3 * Math.sqrt(10_000 * 0.1 * 0.9))
})

test('is the same for every enrollment of a contact, and another in another journey', () => {
  for (const enrollmentId of ['2', '3', '99']) expect(heldOut(0.1, out, { enrollmentId })).toBe(true)
  const there = keys.filter((key) => heldOut(0.1, key) && heldOut(0.1, `other ${key}`)).length
  expect(Math.abs(there - 100)).toBeLessThanOrEqual(3 * Math.sqrt(10_000 * 0.01 * 0.99))
})

test('a larger part keeps out all those whom the smaller one kept out', () => {
  for (const key of keys.slice(0, 1_000)) if (heldOut(0.1, key)) expect(heldOut(0.2, key)).toBe(true)
})

test('is asked only where contacts enter, and nowhere without a key or at 0', () => {
  expect(heldOut(0.5, out, { nodeId: 'n_2' })).toBe(false)
  expect(heldOut(0, out)).toBe(false)
  expect(enter(0.5).outcome).toMatchObject({ because: 'done' })
})

test.each([[-0.1], [0.51], ['0.1']])('refuses a holdout of %j', (holdout) => {
  const document = aJourney().trigger('Opened').build()
  expect(journeySchema.safeParse({ ...document, settings: { holdout } }).success).toBe(false)
  expect(journeySchema.parse({ ...document, settings: {} }).settings.holdout).toBe(0)
})
