import { expect, test } from 'vitest'
import { simulate } from '../../engine/simulate.ts'
import { aJourney } from '../../testing/aJourney.ts'
import { factsOf } from '../../testing/factsOf.ts'
import { runThrough } from '../../testing/runThrough.ts'
import { visitOf } from '../../testing/visitOf.ts'
import { nodeTypes } from '../index.ts'
import { valuesAt } from './answer.ts'
import { webhook } from './webhook.ts'
import type { WebhookData } from './webhookData.ts'

const HOUR = 3_600_000
const url = 'https://shop.example/hook'
const answer = [{ path: 'data.code', attribute: 'coupon' }]
const asks = () =>
  aJourney()
    .trigger('a')
    .as('ask')
    .webhook({ url, answer }, { failed: (lane) => lane.as('sorry').exit('failed') })
    .as('done')
    .exit('done')
    .build()
const answered = (more: Record<string, unknown>, at = HOUR) =>
  factsOf([['$webhook_answered', at, { enrollment: 1, node: 'ask', ok: true, body: {}, ...more }]])
const path = (facts = factsOf(), now = 48 * HOUR) => {
  const { steps, facts: after } = runThrough(asks(), facts, now)
  return { ways: steps.map(({ nodeId, because }) => `${nodeId} ${because}`).slice(1), attributes: after.attributes }
}

test('asks on arrival and waits for the answer, a day at most', () => {
  const { outcome } = runThrough(asks())
  expect(outcome).toMatchObject({
    do: 'park',
    wakeAt: 24 * HOUR,
    awaits: ['$webhook_answered'],
    because: 'asked',
    effects: [{ do: 'request', nodeId: 'ask' }],
  })
  expect(path().ways).toEqual(['ask noAnswer', 'sorry failed'])
})

test('an answer sets the attributes it is to set, for the steps behind to use', () => {
  expect(path(answered({ body: { 'data.code': 'TEA10' } }))).toEqual({
    ways: ['ask answered', 'done done'],
    attributes: { coupon: 'TEA10' },
  })
  expect(path(answered({ body: { other: 1, 'data.code': { no: 'object' } } })).attributes).toEqual({})
})

test('T4, P29: a request that fails goes on by its own port, with the reason; unwired, the journey ends there', () => {
  expect(path(answered({ ok: false, because: 'gaveUp' })).ways).toEqual(['ask gaveUp', 'sorry failed'])
  const bare = aJourney().trigger('a').as('ask').webhook({ url }).build()
  const { steps, outcome } = runThrough(bare, answered({ ok: false, because: 'declined' }), 48 * HOUR)
  expect(steps.at(-1)).toMatchObject({ because: 'declined', port: 'failed' })
  expect(outcome).toMatchObject({ because: 'pathEnded' })
})

test.each([
  ['of another step', { node: 'other' }],
  ['of another enrollment', { enrollment: 2 }],
  ['that cannot be read', { ok: 'yes' }],
])('an answer %s is none', (_, more) => {
  expect(path(answered(more)).ways).toEqual(['ask noAnswer', 'sorry failed'])
})

test('an answer from before this visit, or at the end of the day, is none', () => {
  const decision = webhook.visit(
    visitOf({ ...webhook.blank, url }, { nodeId: 'ask', arrived: { at: 2 * HOUR, seq: 0 }, facts: answered({}, HOUR) }),
  )
  expect(decision.do).toBe('wait')
  expect(path(answered({}, 24 * HOUR)).ways).toEqual(['ask noAnswer', 'sorry failed'])
})

test.each([
  ['ok', ['ask answered', 'done done'], 0],
  ['failed', ['ask declined', 'sorry failed'], 0],
  ['none', ['ask noAnswer', 'sorry failed'], 24],
] as const)('a simulation answers in the place of the server: %s', (answers, ways, hours) => {
  const simulation = simulate({
    journey: asks(),
    nodeTypes,
    check: { locales: ['en'], sourceLocale: 'en' },
    facts: factsOf(),
    zone: 'UTC',
    start: { nodeId: 'n_1', moment: { at: 0, seq: 0 } },
    enrollmentId: 'anybody',
    answers,
    until: 48 * HOUR,
  })
  const steps = simulation.do === 'ran' ? simulation.steps.slice(1) : []
  expect(steps.map(({ nodeId, because }) => `${nodeId} ${because}`)).toEqual(ways)
  expect(steps.at(-1)?.left.at).toBe(hours * HOUR)
})

test('takes texts, numbers, yes or no and lists of those from an answer, never what is inherited', () => {
  const from = { data: { code: 'A', items: [{ id: 7 }], tags: ['x', 1], deep: { er: {} } }, ok: true }
  const wanted = [
    'data.code',
    'data.items.0.id',
    'data.tags',
    'ok',
    'data.deep',
    'data.toString',
    'constructor.name',
    'no',
  ]
  expect(
    valuesAt(
      from,
      wanted.map((each) => ({ path: each, attribute: 'x' })),
    ),
  ).toEqual({
    'data.code': 'A',
    'data.items.0.id': 7,
    'data.tags': ['x', 1],
    ok: true,
  })
})

const found = (changed: Partial<WebhookData>) =>
  webhook.check({ ...webhook.blank, url, ...changed }, { locales: [], sourceLocale: 'en' }).map(({ code }) => code)

test.each<[string[], Partial<WebhookData>]>([
  [[], { url: 'https://shop.example/{{ contact.id }}?q={{ event.total }}' }],
  [['webhook.noUrl'], { url: '' }],
  [['webhook.badUrl'], { url: 'shop.example' }],
  [['webhook.badUrl'], { url: 'ftp://shop.example/' }],
  [['webhook.badUrl'], { url: 'https://ann:secret@shop.example/' }],
  [['webhook.liquidHost'], { url: 'https://{{ event.host }}/x' }],
  [['webhook.liquidHost'], { url: 'https://shop.{{ event.tld }}' }],
  [['webhook.notHttps'], { url: 'http://shop.example' }],
  [['webhook.badHeader'], { headers: [{ name: 'X Y', value: '' }] }],
  [['webhook.ourHeader'], { headers: [{ name: 'Webhook-Signature', value: 'x' }] }],
  [['webhook.badTemplate'], { url: `${url}/{{ contact.id` }],
  [['webhook.badJson'], { body: { as: 'json', template: '{"a": {{ event.total }}, }' } }],
  [[], { body: { as: 'json', template: '{"a": {{ event.total }}, "b": "{{ contact.name }}"}' } }],
  [[], { body: { as: 'json', template: '[{% for item in event.items %}{{ item }},{% endfor %}0]' } }],
  [[], { method: 'GET', body: { as: 'json', template: 'no body is sent' } }],
  [['webhook.badPath'], { answer: [{ path: 'a..b', attribute: 'x' }] }],
  [['webhook.noAttribute'], { answer: [{ path: 'a', attribute: '' }] }],
  [['webhook.fixedAttribute'], { answer: [{ path: 'a', attribute: 'locale' }] }],
])('finds %j', (codes, changed) => {
  expect(found(changed)).toEqual(codes)
})
