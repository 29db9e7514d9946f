import { describe, expect, test } from 'vitest'
import type { Subscription } from '../../audience/facts.ts'
import type { SendingPolicy } from '../../engine/policy.ts'
import { factsOf } from '../../testing/factsOf.ts'
import { visitOf } from '../../testing/visitOf.ts'
import { type MessageData, message } from './message.ts'

const context = { locales: ['en', 'nl'], sourceLocale: 'en' }
const english = { subject: 'Hello', preheader: '', body: 'Hi {{ contact.first_name }}' }
const withContent = (content: unknown) => message.data.parse({ ...message.blank, content })

const ana = factsOf([], { attributes: { email: 'ana@people.example' } })
const evening = Date.parse('2027-03-02T20:00:00Z')
const morning = Date.parse('2027-03-03T08:00:00Z')
const arrived = { at: evening, seq: 4 }
const policy: SendingPolicy = {
  quietHours: { from: '19:00', to: '08:00' },
  caps: [{ capClass: 'marketing', most: 1, per: 'P1D' }],
  topics: { news: { byDefault: 'unsubscribed', doubleOptIn: true } },
}

function visited(data: Partial<MessageData> = {}, others: Parameters<typeof visitOf<MessageData>>[1] = {}) {
  return message.visit(
    visitOf({ ...withContent({ en: english }), ...data }, { nodeId: 'n_4', arrived, facts: ana, ...others }),
  )
}

test('asks for a mail to be sent and goes on at once, without sending anything itself', () => {
  expect(visited()).toEqual({
    do: 'leave',
    by: 'next',
    because: 'handedOver',
    effects: [{ do: 'send', nodeId: 'n_4', channel: 'email', topic: 'marketing', capClass: 'marketing' }],
  })
})

describe('who cannot be sent it goes on without it, and the record says why', () => {
  const stands = (subscriptions: Record<string, Subscription>) => ({ facts: { ...ana, subscriptions } })

  test.each([
    [
      'left the channel',
      'marketing',
      stands({ 'email:*': 'unsubscribed', 'email:marketing': 'subscribed' }),
      'unsubscribed',
    ],
    ['left the topic', 'marketing', stands({ 'email:marketing': 'unsubscribed' }), 'unsubscribed'],
    ['has not confirmed', 'news', stands({ 'email:news': 'pending' }), 'pendingOptIn'],
    ['never asked for it', 'news', {}, 'notSubscribed'],
    ['has no address', 'marketing', { facts: factsOf() }, 'noAddress'],
    ['has an empty address', 'marketing', { facts: factsOf([], { attributes: { email: ' ' } }) }, 'noAddress'],
    ['cannot be reached there', 'marketing', { facts: { ...ana, suppressed: ['email'] } }, 'suppressed'],
    [
      'left, and has no address either',
      'marketing',
      { facts: factsOf([], { subscriptions: { 'email:*': 'unsubscribed' } }) },
      'unsubscribed',
    ],
  ])('whoever %s', (_, topic, others, because) => {
    const skip = { do: 'skip', nodeId: 'n_4', channel: 'email', topic, because }
    expect(visited({ topic }, { policy, ...others })).toEqual({ do: 'leave', by: 'next', because, effects: [skip] })
    expect(visited({ topic, hasNotSent: true }, { policy, ...others })).toMatchObject({ by: 'notSent', because })
  })

  test('but not whoever asked for the topic', () => {
    const asked = stands({ 'email:news': 'subscribed' })
    expect(visited({ topic: 'news' }, { policy: { ...policy, quietHours: undefined }, ...asked })).toMatchObject({
      because: 'handedOver',
    })
  })
})

describe('who must not get it yet waits at the message', () => {
  test('until the quiet hours end, and it is handed over then, saying since when it was held', () => {
    expect(visited({}, { policy })).toEqual({
      do: 'wait',
      until: { at: morning, seq: 0 },
      awaits: [],
      because: 'quietHours',
    })
    expect(visited({}, { policy, moment: { at: morning, seq: 0 } })).toMatchObject({
      because: 'handedOver',
      effects: [{ do: 'send', heldBack: { since: evening, because: 'quietHours' } }],
    })
  })

  test('until the frequency cap has a place again', () => {
    const sends = [{ at: Date.parse('2027-03-02T12:00:00Z'), channel: 'email', capClass: 'marketing' }]
    expect(visited({}, { policy, facts: { ...ana, sends } })).toMatchObject({
      until: { at: Date.parse('2027-03-03T12:00:00Z') },
      because: 'frequencyCap',
    })
    expect(
      visited({ capClass: 'service' }, { policy: { ...policy, quietHours: undefined }, facts: { ...ana, sends } }),
    ).toMatchObject({
      because: 'handedOver',
    })
  })

  test('until its own hours, in the zone of the contact', () => {
    const window = { from: '09:00', to: '17:00', on: ['FR' as const] }
    expect(visited({ window }, { zone: 'Asia/Tashkent' })).toMatchObject({
      until: { at: Date.parse('2027-03-05T04:00:00Z') },
      because: 'sendWindow',
    })
  })

  test('but not for the quiet hours where it is urgent', () => {
    expect(visited({ capClass: 'urgent' }, { policy })).toMatchObject({ because: 'handedOver' })
  })

  test('and whoever leaves the topic meanwhile does not get it', () => {
    const facts = { ...ana, subscriptions: { 'email:marketing': 'unsubscribed' as const } }
    expect(visited({}, { policy, facts, moment: { at: morning, seq: 0 } })).toMatchObject({ because: 'unsubscribed' })
  })
})

test('has a way of its own for those it is not sent to only where that is wanted', () => {
  const data = withContent({ en: english })
  expect([message.ports(data), message.ports({ ...data, hasNotSent: true })]).toEqual([['next'], ['next', 'notSent']])
  expect(message.withoutPort?.({ ...data, hasNotSent: true }, 'notSent')).toEqual(data)
})

test('reads a document from before there were classes and windows', () => {
  const before = { name: '', channel: 'email', topic: 'service', content: {} }
  expect(message.data.parse(before)).toEqual({ ...before, capClass: 'marketing', hasNotSent: false })
})

test('blocks while the source is unwritten, and only warns where a fallback will do', () => {
  const severities = message.check(withContent({ en: english }), context).map(({ severity }) => severity)
  expect(new Set(severities)).toEqual(new Set(['warns']))
  expect(message.check(message.blank, context).some(({ severity }) => severity === 'blocks')).toBe(true)
})

test.each([
  ['message.unknownTopic', { topic: 'gone' }],
  ['message.emptyWindow', { window: { from: '09:00', to: '09:00' } }],
  ['message.noWeekday', { window: { from: '09:00', to: '17:00', on: [] } }],
  ['message.alwaysQuiet', { window: { from: '22:00', to: '23:00' } }],
])('blocks what could never be sent: %s', (code, change) => {
  const data = { ...withContent({ en: english, nl: english }), ...change }
  const problems = message.check(data, {
    ...context,
    topics: ['marketing'],
    quietHours: { from: '21:00', to: '08:00' },
  })
  expect(problems.filter(({ severity }) => severity === 'blocks').map((problem) => problem.code)).toEqual([code])
})

test('X9: blocks a template that reads files or loops for ever', () => {
  const body = "{% include 'secrets' %}"
  expect(message.check(withContent({ en: { ...english, body } }), context)).toContainEqual(
    expect.objectContaining({ code: 'tagForbidden', severity: 'blocks' }),
  )
})

test.each([[{ english }], [{ en_US: english }], [{ en: { ...english, footer: '' } }]])(
  'refuses the content %j',
  (content) => {
    expect(message.data.safeParse({ ...message.blank, content }).success).toBe(false)
  },
)
