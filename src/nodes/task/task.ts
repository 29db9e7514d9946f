import { z } from 'zod'
import { checkTemplate } from '../../content/checkTemplate.ts'
import { duration } from '../../engine/duration.ts'
import { defineNodeType, leave } from '../../engine/nodeType.ts'
import { blocks } from '../../engine/problem.ts'

const data = z.strictObject({
  /** Liquid, as the note. */
  title: z.string().max(300),
  note: z.string().max(10_000),
  /** The e-mail address of the person who is to do it; empty while nobody is chosen. */
  assignee: z.union([z.literal(''), z.email().max(320)]),
  /** Until when, counted from the contact's arrival. Left out, there is no date. */
  due: duration.optional(),
})
export type TaskData = z.infer<typeof data>

/** Hands something over to a person, by mail, while the contact goes on at once. */
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
    ...(isReadable(title) && isReadable(note) ? [] : [blocks('task.badTemplate')]),
  ],
})

const isReadable = (template: string): boolean =>
  !checkTemplate(template, null).some(({ severity }) => severity === 'blocks')
