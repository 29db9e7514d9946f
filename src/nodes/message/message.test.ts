import { expect, test } from 'vitest'
import { visitOf } from '../../testing/visitOf.ts'
import { message } from './message.ts'

const context = { locales: ['en', 'nl'], sourceLocale: 'en' }
const english = { subject: 'Hello', preheader: '', body: 'Hi {{ contact.first_name }}' }
const withContent = (content: unknown) => message.data.parse({ ...message.blank, content })

test('asks for a mail to be sent and goes on at once, without sending anything itself', () => {
  const visit = visitOf(withContent({ en: english }), { nodeId: 'n_4' })
  expect(message.visit(visit)).toEqual({
    do: 'leave',
    by: 'next',
    because: 'handedOver',
    effects: [{ do: 'send', nodeId: 'n_4', channel: 'email', topic: 'marketing', capClass: 'marketing' }],
  })
})

test('blocks while the source is unwritten, and only warns where a fallback will do', () => {
  const severities = message.check(withContent({ en: english }), context).map(({ severity }) => severity)
  expect(new Set(severities)).toEqual(new Set(['warns']))
  expect(message.check(message.blank, context).some(({ severity }) => severity === 'blocks')).toBe(true)
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
