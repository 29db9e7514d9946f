import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Facts } from '../audience/facts.ts'
import { nodeTypes } from '../nodes/index.ts'
import type { MessageData } from '../nodes/message/message.ts'
import { aJourney } from '../testing/aJourney.ts'
import { factsOf } from '../testing/factsOf.ts'
import { compile } from './compile.ts'
import { clockMoment } from './moment.ts'
import { nextTurn } from './nextTurn.ts'
import type { SendingPolicy } from './policy.ts'
import { type Position, runUntilWaiting, type Step } from './runUntilWaiting.ts'

const HOUR = 3_600_000
const entry = Date.parse('2027-03-26T10:00:00Z')
const END = entry + 60 * 24 * HOUR

const capClass = fc.constantFrom('marketing' as const, 'service' as const, 'urgent' as const)
const time = fc.constantFrom('00:00', '06:30', '09:00', '17:00', '22:00')
const hours = fc.tuple(time, time).filter(([from, to]) => from !== to)
const window = fc.constantFrom<MessageData['window'][]>(
  undefined,
  { from: '09:00', to: '17:00' },
  { from: '09:00', to: '00:00', on: ['MO'] },
)
const message = fc.record({ capClass, window, after: fc.integer({ min: 1, max: 40 }) })
const policy = fc.record({
  quietHours: fc.option(
    hours.map(([from, to]) => ({ from, to })),
    { nil: undefined },
  ),
  caps: fc.array(
    fc.record({ capClass, most: fc.integer({ min: 1, max: 2 }), per: fc.constantFrom('PT6H', 'P1D', 'P3D') }),
    { maxLength: 2 },
  ),
  topics: fc.constant({}),
})
const zone = fc.constantFrom('Europe/Bucharest', 'America/New_York', 'Asia/Tokyo')

type Drawn = typeof message extends fc.Arbitrary<infer Value> ? Value : never

const drawn = (messages: readonly Drawn[]) =>
  compile(
    messages
      .reduce(
        (journey, { capClass, window, after }) => journey.wait(`PT${after}H`).message({ capClass, window }),
        aJourney().trigger('a'),
      )
      .exit()
      .build(),
    nodeTypes,
  )

/** Runs as a worker does: when a contact is due, and so many hours late. */
function walk(messages: readonly Drawn[], rest: { policy: SendingPolicy; zone: string }, late: readonly number[]) {
  const journey = drawn(messages)
  const entered = clockMoment(entry)
  let position: Position = { nodeId: 'n_1', arrived: entered, entered }
  let facts: Facts = factsOf([], { attributes: { email: 'ana@people.example' } })
  let due = entry
  const steps: Step[] = []
  for (let look = 0; due <= END; look += 1) {
    if (look > 500) throw new Error('Looked at without end')
    const now = due + (late[look % late.length] ?? 0) * HOUR
    const run = runUntilWaiting({ journey, enrollmentId: '1', position, facts, now, ...rest })
    steps.push(...run.steps)
    facts = run.facts
    if (run.outcome.do === 'end') return { steps, sends: facts.sends, ended: true }
    expect(run.outcome.wakeAt).toBeGreaterThan(now)
    due = run.outcome.wakeAt
    position = { ...position, nodeId: run.outcome.nodeId, arrived: run.outcome.arrived, wakeAt: due }
  }
  return { steps, sends: facts.sends, ended: false }
}

test('a message goes out at the same instant whenever the worker looks, when every rule allows it, and none is lost', () => {
  fc.assert(
    fc.property(
      fc.array(message, { minLength: 1, maxLength: 5 }),
      policy,
      zone,
      fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 6 }),
      (messages, policy, zone, late) => {
        const prompt = walk(messages, { policy, zone }, [0])
        const tardy = walk(messages, { policy, zone }, late)
        const both = Math.min(prompt.steps.length, tardy.steps.length)
        expect(tardy.steps.slice(0, both)).toEqual(prompt.steps.slice(0, both))
        if (prompt.ended) expect(prompt.sends).toHaveLength(messages.length)
        for (const [index, { at, capClass }] of prompt.sends.entries()) {
          const others = prompt.sends.toSpliced(index, 1)
          expect(nextTurn({ capClass, sends: others, policy, zone }, at)).toEqual({ at })
        }
        for (const { left, effects } of prompt.steps) {
          for (const effect of effects) {
            if (effect.do === 'send' && effect.heldBack) expect(effect.heldBack.since).toBeLessThan(left.at)
          }
        }
      },
    ),
    { numRuns: 300 },
  )
})
