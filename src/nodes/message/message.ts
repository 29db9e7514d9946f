import { z } from 'zod'
import { checkEmail } from '../../content/checkEmail.ts'
import { emailContent } from '../../content/message.ts'
import { isAlwaysQuiet } from '../../engine/isAlwaysQuiet.ts'
import { timeWindow, windowAsRead } from '../../engine/localTime.ts'
import { type CheckContext, defineNodeType } from '../../engine/nodeType.ts'
import { capClass } from '../../engine/policy.ts'
import { blocks, type Problem } from '../../engine/problem.ts'
import { visitMessage } from './visitMessage.ts'

const data = z.strictObject({
  name: z.string().max(200),
  channel: z.literal('email'),
  topic: z.string().min(1),
  capClass: capClass.default('marketing'),
  /** Hours in which it may go out; any hour where it is left out. */
  window: timeWindow.optional(),
  /** Whether those who cannot be sent it have a way of their own. */
  hasNotSent: z.boolean().default(false),
  content: emailContent,
})
export type MessageData = z.infer<typeof data>

/**
 * Hands one message over for sending, in the language of the contact. Holds whoever must not get it yet: by the workspace's
 * frequency caps and quiet hours, and by its own hours. Whoever cannot get it goes on without.
 */
export const message = defineNodeType<MessageData>({
  type: 'message',
  group: 'message',
  data,
  blank: { name: '', channel: 'email', topic: 'marketing', capClass: 'marketing', hasNotSent: false, content: {} },
  ports: ({ hasNotSent }) => (hasNotSent ? ['next', 'notSent'] : ['next']),
  withoutPort: (data, port) => (port === 'notSent' && data.hasNotSent ? { ...data, hasNotSent: false } : undefined),
  waits: true,
  mayPass: () => true,
  looksAgain: true,
  reads: () => [],
  asks: () => ['consent', 'sends'],
  // By its own hours: what a workspace's rules add is not the journey's.
  held: ({ window }, port) =>
    port === 'next' && window ? { atMost: window.on === undefined ? 'P1D' : 'P7D' } : { atMost: 'PT0S' },
  visit: visitMessage,
  check: problemsOf,
})

function problemsOf({ content, topic, window, capClass }: MessageData, context: CheckContext): Problem[] {
  const { quietHours } = context
  const isHeldForEver = window && quietHours && capClass !== 'urgent' && isAlwaysQuiet(window, quietHours)
  return [
    ...checkEmail(content, context),
    ...(context.topics && !context.topics.includes(topic) ? [blocks('message.unknownTopic', { topic })] : []),
    ...(window && !windowAsRead(window) ? [blocks('message.emptyWindow')] : []),
    ...(window?.on?.length === 0 ? [blocks('message.noWeekday')] : []),
    ...(isHeldForEver ? [blocks('message.alwaysQuiet', { from: quietHours.from, to: quietHours.to })] : []),
  ]
}
