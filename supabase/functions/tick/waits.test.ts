import { expect, test } from 'vitest'
import { aJourney } from '../../../src/testing/aJourney.ts'
import { aLiveJourney } from '../_testing/aLiveJourney.ts'
import { aWorkspace } from '../_testing/aWorkspace.ts'
import { aContact, later, send, start, track } from '../_testing/events.ts'
import { mailsTo } from '../_testing/mailbox.ts'
import { call, sql } from '../_testing/stack.ts'
import { deliver, enrollmentsOf, stepsOf, tick } from '../_testing/worker.ts'

const ended = async (journey: Parameters<typeof enrollmentsOf>[0]) =>
  (await enrollmentsOf(journey)).map(({ ended_because }) => ended_because)

test('V4: a wait of two minutes holds for two minutes, to the millisecond', async () => {
  const workspace = await aWorkspace()
  const journey = await aLiveJourney(workspace, aJourney().trigger('Opened').wait('PT2M').exit('done'))
  await track(workspace, 'u1', 'Opened')
  await tick(start)
  expect((await enrollmentsOf(journey))[0]).toMatchObject({ node_id: 'n_2', wake_at: new Date(later({ minutes: 2 })) })
  await tick(later({ minutes: 2, ms: -1 }))
  expect(await ended(journey)).toEqual([null])
  await tick(later({ minutes: 2 }))
  expect(await stepsOf(journey)).toEqual([
    `${start} n_1 next`,
    `${later({ minutes: 2 })} n_2 next`,
    `${later({ minutes: 2 })} n_3 (done)`,
  ])
})

test('a day of waiting keeps the hour on the contact’s wall across a clock change', async () => {
  const workspace = await aWorkspace({ timeZone: 'Asia/Tashkent' })
  const journey = await aLiveJourney(workspace, aJourney().trigger('Opened').wait('P1D').exit())
  const eve = '2027-03-27T12:00:00.000Z'
  for (const timezone of ['Europe/Bucharest', 'America/New_York', undefined]) {
    const { userId } = await aContact(workspace, { ...(timezone && { timezone }) }, eve)
    await track(workspace, userId, 'Opened', eve)
  }
  await tick(eve)
  expect((await enrollmentsOf(journey)).map(({ wake_at }) => wake_at.toISOString())).toEqual([
    '2027-03-28T11:00:00.000Z',
    '2027-03-28T12:00:00.000Z',
    '2027-03-28T12:00:00.000Z',
  ])
})

test('D15, M12: a time of day on chosen days comes on each contact’s own clock, else on the workspace’s', async () => {
  const workspace = await aWorkspace({ timeZone: 'America/New_York' })
  const drawn = aJourney()
    .trigger('Opened')
    .waitUntil({ until: 'localTime', at: '09:00', on: ['SU', 'WE'] })
    .exit()
  const journey = await aLiveJourney(workspace, drawn)
  const saturday = '2027-03-27T12:00:00.000Z'
  for (const timezone of ['Europe/Bucharest', 'Australia/Lord_Howe', 'Nowhere/Land', undefined]) {
    const { userId } = await aContact(workspace, { ...(timezone && { timezone }) }, saturday)
    await track(workspace, userId, 'Opened', saturday)
  }
  await tick(saturday)
  expect((await enrollmentsOf(journey)).map(({ wake_at }) => wake_at.toISOString())).toEqual([
    '2027-03-28T06:00:00.000Z',
    '2027-03-27T22:00:00.000Z',
    '2027-03-28T13:00:00.000Z',
    '2027-03-28T13:00:00.000Z',
  ])
  await tick('2027-03-28T06:00:00.000Z')
  expect(await ended(journey)).toEqual(['exit', 'exit', null, null])
})

test('M10: who comes outside the window waits for it, who comes inside goes on at once', async () => {
  const workspace = await aWorkspace({ timeZone: 'UTC' })
  const window = { until: 'window', from: '08:00', to: '10:00' } as const
  const journey = await aLiveJourney(workspace, aJourney().trigger('Opened').waitUntil(window).exit())
  const next = '2027-03-02T08:00:00.000Z'
  await track(workspace, 'u1', 'Opened')
  await tick(start)
  await tick(next)
  await track(workspace, 'u2', 'Opened', '2027-03-02T09:59:00.000Z')
  await tick('2027-03-02T09:59:00.000Z')
  expect((await stepsOf(journey)).filter((step) => step.includes('n_2'))).toEqual([
    `${next} n_2 next`,
    '2027-03-02T09:59:00.000Z n_2 next',
  ])
})

test('V5, D20: a date ahead is waited for; one that is past, missing or unreadable is not', async () => {
  const workspace = await aWorkspace({ timeZone: 'Europe/Bucharest' })
  const dayBefore = {
    until: 'date',
    date: { in: 'attribute', attribute: 'renews_on' },
    shift: { direction: 'before', by: 'P1D' },
    at: '09:00',
  } as const
  const journey = await aLiveJourney(workspace, aJourney().trigger('Opened').waitUntil(dayBefore).exit())
  for (const renews_on of ['2027-03-29', '2027-03-01', undefined, 'in spring']) {
    const { userId } = await aContact(workspace, { ...(renews_on && { renews_on }) })
    await track(workspace, userId, 'Opened')
  }
  await tick(start)
  expect(await ended(journey)).toEqual([null, 'exit', 'exit', 'exit'])
  await tick('2027-03-28T06:00:00.000Z')
  const left = await sql`
    select because, left_at from public.step_log
    where workspace_id = ${workspace.id} and node_id = 'n_2' order by enrollment_id`
  expect(left.map(({ because }) => because)).toEqual(['dateCame', 'datePast', 'dateMissing', 'dateUnreadable'])
  expect(left[0]?.left_at).toEqual(new Date('2027-03-28T06:00:00.000Z'))
})

test('P10: a worker that looks too early parks again, at the same instant, and does nothing', async () => {
  const workspace = await aWorkspace()
  const journey = await aLiveJourney(workspace, aJourney().trigger('Opened').waitFor('bought', 'P3D').exit())
  await track(workspace, 'u1', 'Opened')
  await tick(start)
  const [before] = await enrollmentsOf(journey)
  const steps = await stepsOf(journey)
  for (const hours of [1, 5, 71]) await tick(later({ hours }))
  expect((await enrollmentsOf(journey))[0]).toEqual(before)
  expect(await stepsOf(journey)).toEqual(steps)
})

test('D14: the timeout first takes the timeout’s path, and sends that path’s message only', async () => {
  const workspace = await aWorkspace()
  const journey = await aLiveJourney(
    workspace,
    aJourney()
      .trigger('Opened')
      .waitFor('bought', 'P1D', {
        happened: (lane) => lane.email('Thanks').exit('bought'),
        timeout: (lane) => lane.email('Still there?').exit('late'),
      }),
  )
  const { userId, email } = await aContact(workspace)
  await track(workspace, userId, 'Opened')
  await tick(later({ days: 1 }))
  await track(workspace, userId, 'bought', later({ days: 1 }))
  await tick(later({ days: 2 }))
  await deliver(later({ days: 2 }))
  expect((await mailsTo(email)).map(({ subject }) => subject)).toEqual(['Still there?'])
  expect(await ended(journey)).toEqual(['late'])
})

test('an event wakes whoever waits for it, at its own time; the very end of the time is too late', async () => {
  const workspace = await aWorkspace()
  const journey = await aLiveJourney(
    workspace,
    aJourney()
      .trigger('Opened')
      .waitFor('bought', 'P1D', { happened: (lane) => lane.exit('bought') })
      .exit('late'),
  )
  for (const userId of ['u1', 'u2', 'u3']) await track(workspace, userId, 'Opened')
  await tick(start)
  await track(workspace, 'u1', 'bought', later({ hours: 3 }))
  expect((await enrollmentsOf(journey))[0]?.wake_at.toISOString()).toBe(later({ hours: 3 }))
  await tick(later({ hours: 3 }))
  await track(workspace, 'u2', 'bought', later({ days: 1, ms: -1 }))
  await track(workspace, 'u3', 'bought', later({ days: 1 }))
  await tick(later({ days: 2 }))
  expect((await stepsOf(journey)).filter((step) => step.includes('n_2'))).toEqual([
    `${later({ hours: 3 })} n_2 happened`,
    `${later({ days: 1, ms: -1 })} n_2 happened`,
    `${later({ days: 1 })} n_2 timeout`,
  ])
})

test('what happened before a wait does not count for it, not even the event that let the contact in', async () => {
  const workspace = await aWorkspace()
  const journey = await aLiveJourney(workspace, aJourney().trigger('bought').waitFor('bought', 'P1D').exit())
  await track(workspace, 'u1', 'bought')
  await track(workspace, 'u1', 'bought', later({ hours: -1 }))
  await tick(later({ days: 1 }))
  expect((await stepsOf(journey))[1]).toBe(`${later({ days: 1 })} n_2 timeout`)
})

test('two waits in a row for the same event take two events', async () => {
  const workspace = await aWorkspace()
  const journey = await aLiveJourney(
    workspace,
    aJourney().trigger('Opened').waitFor('bought', 'P5D').waitFor('bought', 'P5D').exit(),
  )
  await track(workspace, 'u1', 'Opened')
  await track(workspace, 'u1', 'bought', later({ days: 1 }))
  await track(workspace, 'u1', 'bought', later({ days: 2 }))
  await track(workspace, 'u2', 'Opened')
  await track(workspace, 'u2', 'bought', later({ days: 1 }))
  await tick(later({ days: 20 }))
  expect(await stepsOf(journey)).toEqual([
    `${start} n_1 next`,
    `${later({ days: 1 })} n_2 happened`,
    `${later({ days: 2 })} n_3 happened`,
    `${later({ days: 2 })} n_4 (exit)`,
    `${start} n_1 next`,
    `${later({ days: 1 })} n_2 happened`,
    `${later({ days: 6 })} n_3 timeout`,
    `${later({ days: 6 })} n_4 (exit)`,
  ])
})

test('V7: a branch looks at profile, entry event and history, and takes the first path that holds', async () => {
  const workspace = await aWorkspace()
  const journey = await aLiveJourney(
    workspace,
    aJourney()
      .trigger('Opened')
      .wait('P1D')
      .branch(
        {
          vip: { all: [{ if: 'attribute', attribute: 'plan', test: { op: 'is', value: 'PRO' } }] },
          large: { all: [{ if: 'entryEvent', property: 'total', test: { op: 'atLeast', value: 50 } }] },
          fresh: { all: [{ if: 'performed', event: { name: 'looked', where: [] }, within: 'P1D' }] },
        },
        Object.fromEntries(['vip', 'large', 'fresh', 'else'].map((port) => [port, (lane) => lane.exit(port)])),
      ),
  )
  const people = [
    { traits: { plan: 'pro' }, total: 90, looked: {} },
    { traits: {}, total: 50, looked: {} },
    { traits: { plan: 'free' }, total: 49, looked: {} },
    { traits: {}, total: undefined, looked: { ms: -1 } },
  ]
  for (const { traits, total, looked } of people) {
    const { userId } = await aContact(workspace, traits)
    await track(workspace, userId, 'looked', later(looked))
    await track(workspace, userId, 'Opened', start, { properties: { total } })
  }
  await tick(later({ days: 1 }))
  expect(await ended(journey)).toEqual(['vip', 'large', 'fresh', 'else'])
})

test('P26: a goal ends the passage in the middle of a wait, at its own time, and is counted once', async () => {
  const workspace = await aWorkspace()
  const goal = { event: { name: 'bought', where: [] }, within: 'P5D' }
  const journey = await aLiveJourney(
    workspace,
    aJourney()
      .trigger('Opened')
      .wait('P3D')
      .email('Buy')
      .exit()
      .with({ goal, exit: [{ on: 'goal' }] }),
  )
  const { userId, email } = await aContact(workspace)
  await track(workspace, userId, 'Opened')
  await tick(start)
  await track(workspace, userId, 'bought', later({ days: 1 }))
  await track(workspace, userId, 'bought', later({ days: 2 }))
  await tick(later({ days: 9 }))
  await deliver(later({ days: 9 }))
  expect(await stepsOf(journey)).toEqual([`${start} n_1 next`, `${later({ days: 1 })} n_2 (goal)`])
  expect((await enrollmentsOf(journey))[0]?.converted_at.toISOString()).toBe(later({ days: 1 }))
  expect(await mailsTo(email)).toEqual([])
})

test('an exit event that arrives late, from before the present step, ends the passage all the same', async () => {
  const workspace = await aWorkspace()
  const exit = [{ on: 'event' as const, event: { name: 'left', where: [] } }]
  const journey = await aLiveJourney(
    workspace,
    aJourney().trigger('Opened').wait('P1D').wait('P5D').email('Still here?').exit().with({ exit }),
  )
  await track(workspace, 'u1', 'Opened')
  await tick(later({ days: 1 }))
  await send(
    workspace,
    [{ type: 'track', userId: 'u1', event: 'left', timestamp: later({ hours: 12 }) }],
    later({ days: 2 }),
  )
  await tick(later({ days: 2 }))
  expect((await enrollmentsOf(journey))[0]).toMatchObject({ ended_because: 'exitEvent', node_id: 'n_3' })
})

test('a clock moved far ahead runs everything between, each thing at its own time', async () => {
  const workspace = await aWorkspace()
  const journey = await aLiveJourney(
    workspace,
    aJourney().trigger('Opened').wait('P1D').email('One').wait('P2D').email('Two').exit(),
  )
  const { userId, email } = await aContact(workspace)
  await track(workspace, userId, 'Opened')
  await tick(later({ days: 400 }))
  await deliver(later({ days: 400 }))
  expect((await stepsOf(journey)).map((step) => step.slice(0, 10))).toEqual(
    [0, 1, 1, 3, 3, 3].map((days) => later({ days }).slice(0, 10)),
  )
  expect((await mailsTo(email)).map(({ subject }) => subject).sort()).toEqual(['One', 'Two'])
})

test('a path that leads nowhere ends there', async () => {
  const workspace = await aWorkspace()
  const journey = await aLiveJourney(workspace, aJourney().trigger('Opened').wait('PT1M'))
  await track(workspace, 'u1', 'Opened')
  await tick(later({ minutes: 1 }))
  expect((await enrollmentsOf(journey))[0]).toMatchObject({ ended_because: 'pathEnded', wake_at: null, node_id: 'n_2' })
})

test('D5, D6, L2: the journey’s rule says who may enter again, and passages are numbered', async () => {
  const workspace = await aWorkspace()
  const drawn = () => aJourney().trigger('Opened').wait('PT1H').exit()
  const never = await aLiveJourney(workspace, drawn())
  const always = await aLiveJourney(workspace, drawn().with({ reentry: { allow: 'always' } }))
  const rested = await aLiveJourney(workspace, drawn().with({ reentry: { allow: 'after', rest: 'P2D' } }))
  for (const days of [0, 1, 2]) {
    await track(workspace, 'u1', 'Opened', later({ days }))
    await track(workspace, 'u1', 'Opened', later({ days, minutes: 30 }))
    await tick(later({ days, hours: 1 }))
  }
  const numbers = async (journey: typeof never) => (await enrollmentsOf(journey)).map(({ number }) => number)
  expect([await numbers(never), await numbers(always), await numbers(rested)]).toEqual([[1], [1, 2, 3], [1, 2]])
})

test('only the schedule and programs of the workspace’s operator may make it tick', async () => {
  const { owner } = await aWorkspace()
  for (const headers of [{}, owner.headers, { apikey: owner.headers.apikey ?? '' }])
    for (const name of ['tick', 'deliver'])
      expect((await call(`/functions/v1/${name}`, { headers, body: {} })).status).toBe(401)
})
