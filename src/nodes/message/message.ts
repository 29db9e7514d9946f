import { z } from 'zod'
import { checkEmail } from '../../content/checkEmail.ts'
import { emailContent } from '../../content/message.ts'
import { defineNodeType, leave } from '../../engine/nodeType.ts'

const data = z.strictObject({
  name: z.string().max(200),
  channel: z.literal('email'),
  topic: z.string().min(1),
  content: emailContent,
})
export type MessageData = z.infer<typeof data>

/** Sends one message, in the language of the contact. */
export const message = defineNodeType<MessageData>({
  type: 'message',
  group: 'message',
  data,
  blank: { name: '', channel: 'email', topic: 'marketing', content: {} },
  ports: () => ['next'],
  waits: false,
  reads: () => [],
  visit: ({ data: { channel, topic }, nodeId }) =>
    leave('next', 'handedOver', [{ do: 'send', nodeId, channel, topic, capClass: 'marketing' }]),
  check: ({ content }, { sourceLocale, locales }) => checkEmail(content, { sourceLocale, locales }),
})
