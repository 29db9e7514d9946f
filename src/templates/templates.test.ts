import { describe, expect, test } from 'vitest'
import type { Facts } from '../audience/facts.ts'
import { compile } from '../engine/compile.ts'
import { journeySchema } from '../engine/journey.ts'
import { simulate } from '../engine/simulate.ts'
import { validate } from '../engine/validate.ts'
import { nodeTypes } from '../nodes/index.ts'
import { factsOf } from '../testing/factsOf.ts'
import { churnPrevention } from './churnPrevention.ts'
import type { Template } from './draw.ts'
import { engagement } from './engagement.ts'
import { loyalty } from './loyalty.ts'
import { onboarding } from './onboarding.ts'
import { referral, referralInvitee } from './referral.ts'
import { winBack } from './winBack.ts'

const templates = { onboarding, engagement, churnPrevention, winBack, referral, referralInvitee, loyalty }
const check = { locales: ['en'], sourceLocale: 'en' }
const start = Date.parse('2026-03-03T09:00:00Z')
const DAY = 86_400_000

describe.each(Object.entries(templates))('%s', (_name, { journey, segments }) => {
  test('may be published as it is, and runs', () => {
    expect(validate(journey, nodeTypes, check).filter(({ severity }) => severity === 'blocks')).toEqual([])
    expect(() => compile(journey, nodeTypes)).not.toThrow()
    expect(journeySchema.parse(JSON.parse(JSON.stringify(journey)))).toEqual(journey)
  })

  test('keeps a tenth out to compare with, and has a goal', () => {
    expect(journey.settings).toMatchObject({ holdout: 0.1, goal: { within: expect.stringMatching(/^P\d+D$/) } })
  })

  test('comes with every segment it names', () => {
    const named = JSON.stringify(journey).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []
    expect(Object.keys(segments).sort()).toEqual([...new Set(named)].sort())
  })
})

type Happened = Record<string, number | readonly [day: number, properties: Record<string, unknown>]>
type Contact = { attributes?: Record<string, unknown>; event?: Record<string, unknown>; events?: Happened } & Partial<
  Omit<Facts, 'attributes' | 'events' | 'entryEvent'>
>

/** Walks somebody through from one of the triggers; events by name happen so many days after the entry. */
function walk({ journey }: Template, trigger: string, { attributes, event = {}, events = {}, ...others }: Contact) {
  const happened = Object.entries(events).map(([name, when]) => {
    const [day, properties] = typeof when === 'number' ? ([when, {}] as const) : when
    return [name.replace(/ \d+$/, ''), start + day * DAY, properties] as const
  })
  const facts: Facts = {
    ...factsOf(happened.toSorted((a, b) => a[1] - b[1])),
    subscriptions: { 'email:marketing': 'subscribed' },
    ...others,
    attributes: { email: 'ana@people.example', ...attributes },
    entryEvent: event,
  }
  const simulation = simulate({
    journey,
    nodeTypes,
    check,
    facts,
    zone: 'Europe/Bucharest',
    // After all that happens at the same instant, as the entry event itself is known.
    start: { nodeId: trigger, moment: { at: start, seq: 1000 } },
    enrollmentId: 'trial',
    until: start + 400 * DAY,
  })
  if (simulation.do !== 'ran') throw new Error(JSON.stringify(simulation))
  const { steps, outcome } = simulation
  return {
    mails: steps
      .filter(({ effects }) => effects.some((effect) => effect.do === 'send'))
      .map(({ nodeId, left }) => `${nodeId} ${Math.round((left.at - start) / DAY)}`),
    visited: steps.map(({ nodeId }) => nodeId),
    ended: outcome.do === 'end' ? outcome.because : outcome.do,
  }
}

describe('onboarding', () => {
  const signedUp = { signed_up: 0 }

  test('leads a quick starter on and skips every step that is done', () => {
    const { mails, ended } = walk(onboarding, 'signed_up', {
      attributes: { persona: 'team' },
      events: { ...signedUp, key_action_1: 0.1, key_action_2: 0.5, activated: 1 },
    })
    expect(mails).toEqual(['welcome 0', 'for_teams 1', 'invite 1', 'proof 10'])
    expect(ended).toBe('Saw everything')
  })

  test('helps whoever does nothing, without a second mail before the tenth day', () => {
    expect(walk(onboarding, 'signed_up', { events: signedUp }).mails).toEqual(['welcome 0', 'set_up 1', 'proof 10'])
  })

  test('asks what is wrong, hands an answer to a person, and says when the trial ends', () => {
    const { mails, visited } = walk(onboarding, 'signed_up', {
      attributes: { trial_ends_on: '2026-03-17' },
      events: { ...signedUp, key_action_1: 0.1, replied: 6 },
    })
    expect(visited).toContain('call')
    expect(mails).toEqual(['welcome 0', 'most_used 2', 'what_stops_you 4', 'proof 10', 'trial_ends 11', 'last_day 13'])
  })

  test('is over for whoever is active and has paid, and where the account is deleted', () => {
    const paid = { ...signedUp, key_action_1: 0.1, activated: 1, paid: 2 }
    expect(walk(onboarding, 'signed_up', { events: paid }).ended).toBe('exitRule')
    expect(walk(onboarding, 'signed_up', { events: { ...signedUp, account_deleted: 3 } }).ended).toBe('exitEvent')
  })

  test('whoever wants no marketing still gets what serves them', () => {
    const subscriptions = { 'email:marketing': 'unsubscribed' as const }
    expect(walk(onboarding, 'signed_up', { events: signedUp, subscriptions }).mails).toEqual(['welcome 0'])
  })
})

describe('engagement', () => {
  test('celebrates whoever takes the feature up', () => {
    const events = { feature_used: 1, 'feature_used 2': 2, 'feature_used 3': 3 }
    expect(walk(engagement, 'active', { events })).toMatchObject({
      mails: ['benefit 0', 'milestone 4'],
      ended: 'Adopted',
    })
  })

  test('nudges whoever clicked, and takes another angle with whoever did not', () => {
    const clicked = { $message_clicked: [1, { node: 'benefit' }] as const }
    expect(walk(engagement, 'active', { events: clicked }).mails[1]).toBe('nudge 4')
    const { mails, ended } = walk(engagement, 'active', {})
    expect(mails[1]).toBe('other_angle 4')
    expect(mails[2]).toMatch(/^(video|a_call) 9$/)
    expect(ended).toBe('Not yet')
  })

  test('leaves those alone who have a grave problem or may leave', () => {
    expect(walk(engagement, 'active', { events: { ticket_opened: [1, { priority: 'P1' }] } }).ended).toBe('exitEvent')
    expect(walk(engagement, 'active', { attributes: { risk_tier: 'high' } })).toMatchObject({
      mails: [],
      ended: 'exitRule',
    })
  })
})

describe('churn prevention', () => {
  const logins = (from: number) => Object.fromEntries([0, 1, 2, 3, 4].map((n) => [`logged_in ${n}`, from + n / 10]))

  test('is over as soon as somebody is back', () => {
    const { mails, ended, visited } = walk(churnPrevention, 'at_risk', {
      attributes: { risk_tier: 'mild' },
      events: logins(2),
    })
    expect({ mails, ended }).toEqual({ mails: ['check_in 0'], ended: 'Recovered' })
    expect(visited).toContain('well')
  })

  test('does more each week for whoever does not come back, and ends with what they miss', () => {
    const { mails, ended } = walk(churnPrevention, 'at_risk', {
      attributes: { risk_tier: 'mild', churn_reason: 'price' },
    })
    expect(mails).toEqual(['check_in 0', 'use_case 7', 'founder 14', 'downgrade 19'])
    expect(ended).toBe('Not recovered')
  })

  test('gives a large account to its owner at once', () => {
    const attributes = { risk_tier: 'high', value: 9000 }
    const { visited, ended } = walk(churnPrevention, 'at_risk', { attributes, events: { replied: 2 } })
    expect(visited.slice(0, 5)).toEqual(['at_risk', 'why', 'tier', 'worth', 'owner'])
    expect(ended).toBe('A person took over')
  })

  test('only reminds of the card where a payment failed, until it is paid', () => {
    const failed = { payment_failed: 0 }
    expect(walk(churnPrevention, 'payment_failed', { events: failed }).mails).toEqual([
      'card_first 0',
      'card_again 3',
      'card_soon 7',
      'card_last 14',
    ])
    expect(walk(churnPrevention, 'payment_failed', { events: { ...failed, payment_succeeded: 4 } })).toMatchObject({
      mails: ['card_first 0', 'card_again 3'],
      ended: 'exitEvent',
    })
  })
})

describe('win-back', () => {
  test('makes an offer to whoever comes by, and stops with the order', () => {
    const { mails, ended } = walk(winBack, 'lapsed', { events: { site_visited: 2, ordered: 4 } })
    expect(mails[0]).toBe('news 0')
    expect(mails[1]).toMatch(/^(ten_percent|free_shipping) 2$/)
    expect(mails).toHaveLength(2)
    expect(ended).toBe('goal')
  })

  test('lets go of whoever gives no sign, and writes to them no more', () => {
    const { mails, visited, ended } = walk(winBack, 'lapsed', { attributes: { value_tier: 'vip' } })
    expect(mails).toEqual(['news 0', 'nudge 7', 'perk 10', 'two_days_left 15', 'last_chance 29'])
    expect(visited).toContain('let_go')
    expect(ended).toBe('Sunset')
  })

  test('never discounts twice, and first makes good what went wrong', () => {
    expect(walk(winBack, 'lapsed', { attributes: { won_back_with: 'discount' } }).mails).toContain('perk 10')
    expect(walk(winBack, 'lapsed', { attributes: { last_experience: 'bad' } })).toMatchObject({
      mails: [],
      ended: 'Handed to service',
    })
  })

  test('leaves whoever unsubscribes alone at once', () => {
    const events = { $unsubscribed: [3, { channel: 'email', topic: '*' }] as const }
    expect(walk(winBack, 'lapsed', { events })).toMatchObject({ mails: ['news 0'], ended: 'unsubscribedFromAll' })
  })
})

describe('referral', () => {
  test('asks at the height of happiness, and rewards the friend who came', () => {
    const events = { link_shared: 2, invitee_qualified: 20 }
    expect(walk(referral, 'nps', { events })).toMatchObject({
      mails: ['ask 0', 'not_started 9', 'reward 20'],
      ended: 'Brought a friend',
    })
  })

  test('reminds once, and asks nobody who was asked lately or has a problem', () => {
    expect(walk(referral, 'csat', {})).toMatchObject({ mails: ['ask 0', 'with_words 4'], ended: 'Did not share' })
    const asked = { $message_sent: [-30, { node: 'ask' }] as const }
    expect(walk(referral, 'milestone', { events: asked })).toMatchObject({ mails: [], ended: 'Not now' })
    expect(walk(referral, 'nps', { attributes: { open_tickets: 1 } }).ended).toBe('Not now')
  })

  test('waits a week after the second order, and two days after any', () => {
    expect(walk(referral, 'second_order', {}).mails[0]).toBe('ask 7')
    expect(walk(referral, 'nps', { events: { ordered: -1 } }).mails[0]).toBe('ask 1')
  })

  test('makes an advocate of whoever brings three', () => {
    const friends = { 'invitee_qualified 1': -90, 'invitee_qualified 2': -60, 'invitee_qualified 3': 3 }
    expect(walk(referral, 'nps', { events: { link_shared: 1, ...friends } }).visited).toContain('thank')
  })

  test('writes to the friend once, and again only with a gift', () => {
    expect(walk(referralInvitee, 'invited', {}).mails).toEqual(['welcome 0'])
    expect(walk(referralInvitee, 'invited', { events: { qualified: 5 } }).mails).toEqual(['welcome 0', 'reward 5'])
  })
})

describe('loyalty', () => {
  test('welcomes once, with a tip for whoever has earned nothing in a week', () => {
    expect(walk(loyalty, 'joined', { events: { loyalty_joined: 0 } }).mails).toEqual(['welcome 0', 'tip 7'])
    expect(walk(loyalty, 'joined', { events: { loyalty_joined: 0, points_earned: 2 } }).mails).toEqual(['welcome 0'])
    expect(walk(loyalty, 'joined', { events: { loyalty_joined: -50, 'loyalty_joined 2': 0 } }).mails).toEqual([])
  })

  test('tells of points once a day', () => {
    expect(walk(loyalty, 'earned', { event: { points: 20 } }).mails).toEqual(['points 0'])
    const told = { $message_sent: [-0.2, { node: 'points' }] as const }
    expect(walk(loyalty, 'earned', { event: { points: 20 }, events: told }).mails).toEqual([])
  })

  test('reminds of what is near, ready and about to expire, until it is used', () => {
    expect(walk(loyalty, 'near_tier', { event: { missing: 10 } }).mails).toEqual(['gap 0', 'gap_again 10'])
    expect(walk(loyalty, 'reward_ready', {}).mails).toEqual(['ready 0', 'ready_again 7', 'soft 28'])
    const expiring = { attributes: { points: 80 }, event: { expires_on: '2026-03-31' } }
    expect(walk(loyalty, 'points_expiring', expiring).mails).toEqual(['expire_14 14', 'expire_5 23', 'expire_1 27'])
    expect(walk(loyalty, 'points_expiring', { ...expiring, events: { ordered: 15 } }).mails).toEqual(['expire_14 14'])
  })

  test('has a word for a tier gained or in danger, and a gift on one’s day', () => {
    expect(walk(loyalty, 'tier_change', { event: { direction: 'up' } }).mails).toEqual(['up 0'])
    expect(walk(loyalty, 'tier_change', { event: { direction: 'down' } }).mails).toEqual(['down 0'])
    expect(walk(loyalty, 'birthday', {}).mails).toEqual(['bonus 0', 'bonus_again 5'])
    expect(walk(loyalty, 'birthday', { events: { bonus_used: 2 } }).ended).toBe('Redeemed')
  })

  test('is over for whoever leaves the programme', () => {
    expect(walk(loyalty, 'reward_ready', { events: { loyalty_left: 3 } })).toMatchObject({
      mails: ['ready 0'],
      ended: 'exitEvent',
    })
  })
})
