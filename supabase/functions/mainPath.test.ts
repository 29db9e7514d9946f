import { expect, test } from 'vitest'
import { z } from 'zod'
import { aJourney } from '../../src/testing/aJourney.ts'
import { aLiveJourney } from './_testing/aLiveJourney.ts'
import { rpc } from './_testing/aPerson.ts'
import { aWorkspace } from './_testing/aWorkspace.ts'
import { aContact, later, track } from './_testing/events.ts'
import { linksIn, mailTo } from './_testing/mailbox.ts'
import { call } from './_testing/stack.ts'
import { deliver, tick } from './_testing/worker.ts'

const numberRow = z
  .object({ node_id: z.string(), metric: z.string(), detail: z.string(), locale: z.string(), count: z.coerce.number() })
  .transform((row) => [row.node_id, row.metric, row.detail, row.locale, row.count].join(' '))

test('takes somebody from an event through a wait to a mail, its open, its click, the goal and the numbers', async () => {
  const workspace = await aWorkspace()
  const content = {
    en: { subject: 'Hello {{ contact.first_name }}', preheader: '', body: '[Shop](https://shop.example/en)' },
    ro: { subject: 'Bună, {{ contact.first_name }}', preheader: '', body: '[Magazin](https://shop.example/ro)' },
  }
  const journey = await aLiveJourney(
    workspace,
    aJourney().trigger('signed_up').wait('P2D').email('Hello', content).exit('done').goal('bought', 'P7D'),
  )
  const ana = await aContact(workspace, { first_name: 'Ana', locale: 'ro' })
  await track(workspace, ana.userId, 'signed_up')

  await tick(later({ days: 2, seconds: -1 }))
  await deliver(later({ days: 2, seconds: -1 }))
  await tick(later({ days: 2 }))
  await deliver(later({ days: 2 }))

  const mail = await mailTo(ana.email)
  expect(mail.subject).toBe('Bună, Ana')
  await call(linksIn(mail, 'track/o')[0] ?? '', { method: 'GET' })
  const click = await call(linksIn(mail, 'track/c')[0] ?? '', { method: 'GET' })
  expect([click.status, click.headers.get('location')]).toEqual([302, 'https://shop.example/ro'])
  await track(workspace, ana.userId, 'bought', later({ days: 3 }))

  const { body } = await rpc(workspace.owner, 'journey_numbers', { workspace: workspace.id, journey: journey.id })
  const numbers = z.array(numberRow).parse(body)
  expect(numbers.sort()).toEqual(
    [
      'n_1 entered  ro 1',
      'n_1 left next ro 1',
      'n_2 arrived  ro 1',
      'n_2 left next ro 1',
      'n_3 arrived  ro 1',
      'n_3 left next ro 1',
      'n_3 sent  ro 1',
      'n_3 delivered  ro 1',
      'n_3 opened  ro 1',
      'n_3 clicked  ro 1',
      'n_4 arrived  ro 1',
      'n_4 ended done ro 1',
      ' converted  ro 1',
    ].sort(),
  )
})
