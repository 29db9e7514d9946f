import { Analytics } from '@segment/analytics-node'
import { expect, inject, test } from 'vitest'
import { aJourney } from '../../../src/testing/aJourney.ts'
import { aLiveJourney } from '../_testing/aLiveJourney.ts'
import { aWorkspace, type Workspace } from '../_testing/aWorkspace.ts'
import { later, send, start, track } from '../_testing/events.ts'
import { sql } from '../_testing/stack.ts'
import { enrollmentsOf } from '../_testing/worker.ts'

const contactsOf = (workspace: Workspace) =>
  sql`select external_id, attributes, email, locale, time_zone from public.contacts where workspace_id = ${workspace.id} order by id`

const eventsOf = async (workspace: Workspace) =>
  (
    await sql`
    select contact.external_id, event.name from public.events event
    join public.contacts contact on contact.workspace_id = event.workspace_id and contact.id = event.contact_id
    where event.workspace_id = ${workspace.id} order by event.id`
  ).map(({ external_id, name }) => `${external_id} ${name}`)

test('the unmodified Segment SDK with another host sends everything it can send', async () => {
  const workspace = await aWorkspace()
  const analytics = new Analytics({ writeKey: workspace.writeKey, host: inject('url') })
  const errors: unknown[] = []
  analytics.on('error', (error) => errors.push(error))
  const [userId, anonymousId] = ['u1', 'a1']
  analytics.track({ anonymousId, event: 'Product Viewed', properties: { sku: 'oolong' } })
  analytics.identify({
    userId,
    anonymousId,
    traits: { email: 'ana@people.example', locale: 'ro', timezone: 'Europe/Bucharest' },
  })
  analytics.track({ userId, event: 'Order Completed', properties: { total: 42.5 } })
  analytics.page({ userId, name: 'Home' })
  analytics.screen({ userId, name: 'Home' })
  analytics.group({ userId, groupId: 'acme' })
  analytics.alias({ userId, previousId: 'a0' })
  await analytics.closeAndFlush()

  expect(errors).toEqual([])
  expect((await eventsOf(workspace)).sort()).toEqual(
    ['Order Completed', 'Product Viewed', '$alias', '$group', '$identify', '$page', '$screen']
      .map((name) => `u1 ${name}`)
      .sort(),
  )
  expect(await contactsOf(workspace)).toEqual([
    expect.objectContaining({
      external_id: 'u1',
      email: 'ana@people.example',
      locale: 'ro',
      time_zone: 'Europe/Bucharest',
    }),
  ])
})

test('the Segment SDK sends to the function itself, where it lives below a path', async () => {
  const workspace = await aWorkspace()
  const path = '/functions/v1/ingest/v1/batch'
  const analytics = new Analytics({ writeKey: workspace.writeKey, host: inject('url'), path })
  analytics.track({ userId: 'u1', event: 'Opened' })
  await analytics.closeAndFlush()
  expect(await eventsOf(workspace)).toEqual(['u1 Opened'])
})

test('the Segment SDK reports a wrong key to its program', async () => {
  const analytics = new Analytics({ writeKey: 'wk_wrong', host: inject('url'), maxRetries: 0 })
  const errors: unknown[] = []
  analytics.on('error', (error) => errors.push(error))
  analytics.track({ userId: 'u1', event: 'Opened' })
  await analytics.closeAndFlush()
  expect(errors).toHaveLength(1)
})

test('a numeric user id is the same person as its digits', async () => {
  const workspace = await aWorkspace()
  await send(workspace, [
    { type: 'track', userId: 42, event: 'Opened' },
    { type: 'track', userId: '42', event: 'Closed' },
  ])
  expect(await eventsOf(workspace)).toEqual(['42 Opened', '42 Closed'])
})

test('somebody anonymous who gives a name stays one person, with the history of before', async () => {
  const workspace = await aWorkspace()
  await send(workspace, [{ type: 'track', anonymousId: 'a1', event: 'Opened' }])
  await send(workspace, [{ type: 'identify', anonymousId: 'a1', userId: 'u1', traits: { plan: 'pro' } }])
  await send(workspace, [{ type: 'track', anonymousId: 'a1', event: 'Closed' }])
  expect(await contactsOf(workspace)).toHaveLength(1)
  expect(await eventsOf(workspace)).toEqual(['u1 Opened', 'u1 $identify', 'u1 Closed'])
})

test('somebody anonymous who turns out to be known is merged; what is known of the name goes first', async () => {
  const workspace = await aWorkspace()
  await send(workspace, [
    { type: 'identify', userId: 'u1', traits: { plan: 'pro' } },
    { type: 'identify', anonymousId: 'a1', traits: { colour: 'green' } },
    { type: 'track', anonymousId: 'a1', event: 'Opened' },
    { type: 'identify', anonymousId: 'a1', userId: 'u1' },
    { type: 'identify', anonymousId: 'a2', traits: { plan: 'free' } },
  ])
  await send(workspace, [{ type: 'alias', previousId: 'a2', userId: 'u1' }])
  expect(await contactsOf(workspace)).toEqual([
    expect.objectContaining({ external_id: 'u1', attributes: { plan: 'pro', colour: 'green' } }),
  ])
  expect(new Set((await eventsOf(workspace)).map((line) => line.split(' ')[0]))).toEqual(new Set(['u1']))
})

test('M5: a merge takes the places in journeys along, and of two in the same journey one goes on', async () => {
  const workspace = await aWorkspace()
  const both = await aLiveJourney(workspace, aJourney().trigger('Opened').wait('P1D').exit())
  const one = await aLiveJourney(workspace, aJourney().trigger('Looked').wait('P1D').exit())
  await track(workspace, 'u1', 'Opened')
  await send(workspace, [
    { type: 'track', anonymousId: 'a1', event: 'Opened' },
    { type: 'track', anonymousId: 'a1', event: 'Looked' },
  ])
  await send(workspace, [{ type: 'alias', previousId: 'a1', userId: 'u1' }])
  expect((await enrollmentsOf(both)).map(({ ended_because, number }) => [ended_because, number])).toEqual([
    [null, 1],
    ['merged', 2],
  ])
  expect((await enrollmentsOf(one)).map(({ ended_because }) => ended_because)).toEqual([null])
})

test('traits that arrive late do not overwrite newer ones', async () => {
  const workspace = await aWorkspace()
  const identify = (traits: object, timestamp: string) => ({ type: 'identify', userId: 'u1', traits, timestamp })
  await send(workspace, [identify({ plan: 'pro', locale: 'ro' }, start)])
  await send(workspace, [identify({ plan: 'free', locale: 'nl', colour: 'green' }, later({ hours: -5 }))])
  expect(await contactsOf(workspace)).toEqual([
    expect.objectContaining({ locale: 'ro', attributes: expect.objectContaining({ plan: 'pro', colour: 'green' }) }),
  ])
})

test('X12: an event older than 72 hours is history: it lets nobody in and wakes nobody', async () => {
  const workspace = await aWorkspace()
  const journey = await aLiveJourney(workspace, aJourney().trigger('Opened').waitFor('bought', 'P30D').exit())
  const old = (event: string, timestamp: string) => ({ type: 'track', userId: 'u1', event, timestamp })
  await send(workspace, [old('Opened', later({ hours: -72, ms: -1 }))])
  expect(await enrollmentsOf(journey)).toEqual([])
  await send(workspace, [old('Opened', later({ hours: -72 }))])
  expect(await enrollmentsOf(journey)).toEqual([
    expect.objectContaining({ entered_at: new Date(later({ hours: -72 })) }),
  ])
})
