import { describe, expect, test } from 'vitest'
import { aBareWorkspace } from './aWorkspace.ts'
import { sql } from './database.ts'
import { ingest, type Message } from './ingest.ts'

const contacts = (workspace: string) => sql`select external_id, attributes, email, locale, time_zone,
    array(select anonymous_id from public.anonymous_ids one where one.workspace_id = contact.workspace_id
      and contact_id = contact.id order by 1) as anonymous,
    (select count(*) from public.events one where one.workspace_id = contact.workspace_id and contact_id = contact.id) as events
  from public.contacts contact where workspace_id = ${workspace} order by external_id, id`

const identities = async (workspace: string) =>
  (await contacts(workspace)).map(({ external_id, anonymous, events }) => [external_id, anonymous, events])

describe('who somebody is', () => {
  test.each<[string, Message[], unknown[]]>([
    ['a user id makes a contact', [{ user_id: 'u' }], [['u', [], 1]]],
    ['an anonymous id makes a contact without a name', [{ anonymous_id: 'a' }], [[null, ['a'], 1]]],
    ['both at once make one', [{ user_id: 'u', anonymous_id: 'a' }], [['u', ['a'], 1]]],
    [
      'a visitor who gives a name becomes that contact',
      [{ anonymous_id: 'a' }, { user_id: 'u', anonymous_id: 'a' }],
      [['u', ['a'], 2]],
    ],
    [
      'a visitor who turns out to be a known contact is merged',
      [{ user_id: 'u' }, { anonymous_id: 'a' }, { user_id: 'u', anonymous_id: 'a' }],
      [['u', ['a'], 3]],
    ],
    [
      'two visits of one person are merged',
      [
        { anonymous_id: 'a' },
        { anonymous_id: 'b' },
        { user_id: 'u', anonymous_id: 'a' },
        { user_id: 'u', anonymous_id: 'b' },
      ],
      [['u', ['a', 'b'], 4]],
    ],
    [
      'two people at one browser stay two, and the browser stays with the first',
      [{ user_id: 'u', anonymous_id: 'a' }, { user_id: 'v', anonymous_id: 'a' }, { anonymous_id: 'a' }],
      [
        ['u', ['a'], 2],
        ['v', [], 1],
      ],
    ],
    [
      'an alias joins a visitor whom nobody had heard of before',
      [{ type: 'alias', user_id: 'u', anonymous_id: 'a' }, { anonymous_id: 'a' }],
      [['u', ['a'], 2]],
    ],
    [
      'an alias joins a visitor known for long',
      [{ anonymous_id: 'a' }, { user_id: 'u' }, { type: 'alias', user_id: 'u', anonymous_id: 'a' }],
      [['u', ['a'], 3]],
    ],
    [
      'one visitor claimed by two people in turn stays with the first',
      [{ anonymous_id: 'a' }, { user_id: 'u', anonymous_id: 'a' }, { user_id: 'v', anonymous_id: 'a' }],
      [
        ['u', ['a'], 2],
        ['v', [], 1],
      ],
    ],
  ])('%s, in one batch and in many', async (_, messages, wanted) => {
    const [together, apart] = [await aBareWorkspace(), await aBareWorkspace()]
    await ingest(together, messages)
    for (const message of messages) await ingest(apart, [message])
    expect(await identities(together)).toEqual(wanted)
    expect(await identities(apart)).toEqual(wanted)
  })
})

describe('traits', () => {
  const said = (at: string, traits: Message['traits'], more: Message = {}): Message => ({
    user_id: 'u',
    at: `2026-03-0${at}T00:00:00Z`,
    traits,
    ...more,
  })
  const known = async (...batches: Message[][]) => {
    const workspace = await aBareWorkspace()
    for (const batch of batches) await ingest(workspace, batch)
    return (await contacts(workspace))[0]
  }

  test('the later trait wins within a batch, whatever the order of the batch', async () => {
    const contact = await known([said('2', { plan: 'paid', a: 1 }), said('1', { plan: 'free', b: 2 })])
    expect(contact?.attributes).toEqual({ plan: 'paid', a: 1, b: 2 })
  })

  test('of two traits at the same instant the one later in the batch wins', async () => {
    expect((await known([said('1', { plan: 'free' }), said('1', { plan: 'paid' })]))?.attributes).toEqual({
      plan: 'paid',
    })
  })

  test('late traits fill what is missing and overwrite nothing newer', async () => {
    const contact = await known([said('5', { plan: 'paid' })], [said('3', { plan: 'free', city: 'Iași' })])
    expect(contact?.attributes).toEqual({ plan: 'paid', city: 'Iași' })
  })

  test('a late trait does not slip in behind a new one of the same batch', async () => {
    const contact = await known(
      [said('5', { plan: 'paid' }, { email: 'new@x.example' })],
      [said('3', { plan: 'free' }, { email: 'old@x.example' }), said('7', { city: 'Iași' })],
    )
    expect(contact).toMatchObject({ attributes: { plan: 'paid', city: 'Iași' }, email: 'new@x.example' })
  })

  test('an absent trait keeps its value, a null one is stored as null', async () => {
    expect((await known([said('1', { plan: 'paid', city: 'Iași' })], [said('2', { city: null })]))?.attributes).toEqual(
      { plan: 'paid', city: null },
    )
  })

  test('address, locale and zone follow the newest traits that name them', async () => {
    const first = said('1', {}, { email: 'a@x.example', locale: 'ro', time_zone: 'Europe/Bucharest' })
    expect(await known([first], [said('2', {}, { locale: 'nl' })])).toMatchObject({
      email: 'a@x.example',
      locale: 'nl',
      time_zone: 'Europe/Bucharest',
    })
  })

  test('a merged contact keeps what it said of itself and gains what it had only said as a visitor', async () => {
    const contact = await known(
      [said('1', { plan: 'paid' })],
      [
        said(
          '2',
          { plan: 'free', city: 'Iași' },
          { user_id: undefined as never, anonymous_id: 'a', email: 'a@x.example' },
        ),
      ],
      [{ user_id: 'u', anonymous_id: 'a' }],
    )
    expect(contact).toMatchObject({ attributes: { plan: 'paid', city: 'Iași' }, email: 'a@x.example' })
  })
})

test('a merge keeps the newer of two consents, so that nobody is put back on a list they left', async () => {
  const workspace = await aBareWorkspace()
  await ingest(workspace, [{ user_id: 'u' }, { anonymous_id: 'a' }])
  const consent = (who: string | null, subscribed: boolean, at: string) => sql`
    select private.record_consent(workspace_id, id, 'email', '*', ${subscribed}, 'link', ${at}) from public.contacts
    where workspace_id = ${workspace} and external_id is not distinct from ${who}`
  await consent('u', true, '2026-01-01')
  await consent(null, false, '2026-02-01')
  await ingest(workspace, [{ user_id: 'u', anonymous_id: 'a' }])
  expect(await sql`select state from public.consents where workspace_id = ${workspace}`).toEqual([
    { state: 'unsubscribed' },
  ])
})

test('what was known of when somebody was first and last seen survives a merge', async () => {
  const workspace = await aBareWorkspace()
  await ingest(workspace, [{ user_id: 'u', at: '2026-02-01T00:00:00Z' }])
  await ingest(workspace, [{ anonymous_id: 'a', at: '2026-01-01T00:00:00Z' }])
  await ingest(workspace, [{ anonymous_id: 'a', at: '2026-04-01T00:00:00Z' }])
  await ingest(workspace, [{ user_id: 'u', anonymous_id: 'a', at: '2026-03-01T00:00:00Z' }])
  expect(await sql`select created_at, last_seen_at from public.contacts where workspace_id = ${workspace}`).toEqual([
    { created_at: new Date('2026-01-01'), last_seen_at: new Date('2026-04-01') },
  ])
})
