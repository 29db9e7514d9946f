import { expect, test } from 'vitest'
import { visitOf } from '../../testing/visitOf.ts'
import { type TaskData, task } from './task.ts'

const data: TaskData = { title: 'Call {{ contact.first_name }}', note: '', assignee: 'ann@example.com' }
const found = (changed: Partial<TaskData>) =>
  task.check({ ...data, ...changed }, { locales: ['en'], sourceLocale: 'en' }).map(({ code }) => code)

test('hands the task over and lets the contact go on at once', () => {
  expect(task.visit(visitOf(data, { nodeId: 'n_3' }))).toEqual({
    do: 'leave',
    by: 'next',
    because: 'handedOver',
    effects: [{ do: 'task', nodeId: 'n_3' }],
  })
})

test('needs a title and somebody who does it, and templates that can be read', () => {
  expect(found({})).toEqual([])
  expect(found({ title: ' ' })).toEqual(['task.noTitle'])
  expect(found({ assignee: '' })).toEqual(['task.noAssignee'])
  expect(found({ note: '{{ contact.first_name' })).toEqual(['task.badTemplate'])
})

test('takes no assignee who is no address, and warns of one without https', () => {
  for (const assignee of ['Ann', 'ftp://tasks.example']) {
    expect(task.data.safeParse({ ...data, assignee }).success, assignee).toBe(false)
  }
  expect(found({ assignee: 'https://tasks.example/in' })).toEqual([])
  expect(found({ assignee: 'http://tasks.example/in' })).toEqual(['task.notHttps'])
})
