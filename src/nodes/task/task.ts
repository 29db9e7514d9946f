import { z } from 'zod'
import { checkTemplate } from '../../content/checkTemplate.ts'
import { duration } from '../../engine/duration.ts'
import { defineNodeType, leave } from '../../engine/nodeType.ts'
import { blocks, warns } from '../../engine/problem.ts'

const data = z.strictObject({
  /** Liquid, as the note. */
  title: z.string().max(300),
  note: z.string().max(10_000),
  /** The e-mail address of the person who is to do it, or where the system listens that they take their work from; empty while not chosen. */
  assignee: z.union([z.literal(''), z.email().max(320), z.url({ protocol: /^https?$/ }).max(2000)]),
  /** Until when, counted from the contact's arrival. Left out, there is no date. */
  due: duration.optional(),
})
export type TaskData = z.infer<typeof data>

/** Hands something over to a person, by mail or by a request, while the contact goes on at once. */
export const task = defineNodeType<TaskData>({
  type: 'task',
  group: 'data',
  data,
  blank: { title: '', note: '', assignee: '', due: 'P1D' },
  ports: () => ['next'],
  waits: false,
  reads: () => [],
  visit: ({ nodeId }) => leave('next', 'handedOver', [{ do: 'task', nodeId }]),
  check: ({ title, note, assignee }) => [
    ...(title.trim() === '' ? [blocks('task.noTitle')] : []),
    ...(assignee === '' ? [blocks('task.noAssignee')] : []),
    ...(/^http:/i.test(assignee) ? [warns('task.notHttps')] : []),
    ...(isReadable(title) && isReadable(note) ? [] : [blocks('task.badTemplate')]),
  ],
})

const isReadable = (template: string): boolean =>
  !checkTemplate(template, null).some(({ severity }) => severity === 'blocks')
