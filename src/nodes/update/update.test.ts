import { expect, test } from 'vitest'
import { aJourney } from '../../testing/aJourney.ts'
import { factsOf } from '../../testing/factsOf.ts'
import { runThrough } from '../../testing/runThrough.ts'
import { visitOf } from '../../testing/visitOf.ts'
import { update } from './update.ts'
import type { UpdateData, WantedChange } from './updateData.ts'

const list = '00000000-0000-4000-8000-000000000007'
const context = { locales: ['en'], sourceLocale: 'en' }
const visited = (changes: UpdateData['changes'], entryEvent = {}) =>
  update.visit(visitOf({ changes }, { facts: factsOf([], { entryEvent }) }))
const changed = (change: WantedChange, entryEvent = {}) => {
  const decision = visited([change], entryEvent)
  return decision.do === 'leave'
    ? decision.effects.flatMap((effect) => (effect.do === 'update' ? effect.changes : []))
    : []
}
const fromEvent = { do: 'set', attribute: 'field2', value: { is: 'entryEvent', property: 'colour' } } as const

test('V8: writes a value of the entry event into the profile, where the next step sees it', () => {
  const isGreen = { if: 'attribute', attribute: 'field2', test: { op: 'is', value: 'green' } } as const
  const journey = aJourney().trigger('painted').update(fromEvent).branch({ green: isGreen }).exit().build()
  const { steps, facts } = runThrough(journey, factsOf([], { entryEvent: { colour: 'green' } }))
  expect(facts.attributes).toEqual({ field2: 'green' })
  expect(steps.map(({ port }) => port)).toEqual(['next', 'next', 'green', undefined])
})

test.each<[WantedChange, unknown]>([
  [
    { do: 'set', attribute: 'plan', value: { is: 'text', value: 'pro' } },
    { set: 'plan', value: 'pro' },
  ],
  [
    { do: 'set', attribute: 'size', value: { is: 'number', value: 0 } },
    { set: 'size', value: 0 },
  ],
  [
    { do: 'set', attribute: 'vip', value: { is: 'yesNo', value: false } },
    { set: 'vip', value: false },
  ],
  [
    { do: 'set', attribute: 'on', value: { is: 'date', value: '2026-03-29' } },
    { set: 'on', value: '2026-03-29' },
  ],
  [{ do: 'unset', attribute: 'plan' }, { unset: 'plan' }],
  [
    { do: 'add', attribute: 'score', by: -5 },
    { add: 'score', by: -5 },
  ],
  [
    { do: 'stage', stage: 'atRisk' },
    { set: 'lifecycle_stage', value: 'atRisk' },
  ],
  [
    { do: 'join', list },
    { list, member: true },
  ],
  [
    { do: 'leave', list },
    { list, member: false },
  ],
  [
    { do: 'unsubscribe', channel: 'email', topic: 'news' },
    { channel: 'email', topic: 'news', subscribed: false },
  ],
])('resolves %j', (wanted, change) => {
  expect(changed(wanted)).toEqual([change])
  expect(update.check({ changes: [wanted] }, context)).toEqual([])
})

test('changes nothing where the entry event does not carry the value, and nothing from its prototype', () => {
  expect(visited([fromEvent])).toEqual({ do: 'leave', by: 'next', because: 'nothingToChange', effects: [] })
  expect(changed({ ...fromEvent, value: { is: 'entryEvent', property: 'toString' } })).toEqual([])
  expect(changed(fromEvent, { colour: null })).toEqual([])
})

test('makes its changes in their order', () => {
  const journey = aJourney()
    .trigger('a')
    .update(
      { do: 'set', attribute: 'score', value: { is: 'number', value: 10 } },
      { do: 'add', attribute: 'score', by: 5 },
      { do: 'add', attribute: 'score', by: 5 },
    )
    .build()
  expect(runThrough(journey).facts.attributes).toEqual({ score: 20 })
})

test.each<[string, UpdateData['changes']]>([
  ['update.noChange', []],
  ['update.noAttribute', [{ do: 'unset', attribute: ' ' }]],
  ['update.fixedAttribute', [{ do: 'set', attribute: 'email', value: { is: 'text', value: 'x' } }]],
  ['update.noValue', [{ do: 'set', attribute: 'plan', value: { is: 'text', value: '' } }]],
  ['update.noNumber', [{ do: 'set', attribute: 'plan', value: { is: 'number', value: null } }]],
  ['update.noNumber', [{ do: 'add', attribute: 'score', by: 0 }]],
  ['update.noDate', [{ do: 'set', attribute: 'on', value: { is: 'date', value: '29.3.2026' } }]],
  ['update.noProperty', [{ do: 'set', attribute: 'on', value: { is: 'entryEvent', property: '' } }]],
  ['update.noList', [{ do: 'join', list: '' }]],
  ['update.noTopic', [{ do: 'subscribe', channel: 'email', topic: '' }]],
])('an unfinished change blocks: %s', (code, changes) => {
  const problems = update.check({ changes }, context)
  expect(problems.map((problem) => [problem.code, problem.severity])).toEqual([[code, 'blocks']])
})
