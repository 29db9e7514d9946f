import { expect, test } from 'vitest'
import { webhook } from '../../../src/nodes/webhook/webhook.ts'
import type { WebhookData } from '../../../src/nodes/webhook/webhookData.ts'
import { composeRequest } from './composeRequest.ts'

const about = {
  contact: { id: 'u 1/2?', first_name: 'Ana "A" \\ Popescu', evil: 'x\r\nx-admin: 1', vip: true },
  event: { total: 12.5, note: '", "admin": true, "x": "' },
  locale: 'ro',
  zone: 'Europe/Bucharest',
}
const composed = (data: Partial<WebhookData>) =>
  composeRequest({ ...webhook.blank, url: 'https://shop.example/hook', ...data }, about)
const json = (template: string) => composed({ body: { as: 'json', template } })

test('fills in address, headers and body', () => {
  const request = composed({
    url: 'https://shop.example/c/{{ contact.id }}?name={{ first_name | upcase }}',
    headers: [{ name: 'x-total', value: 'EUR {{ event.total }}' }],
    body: { as: 'json', template: '{"name": "{{ first_name }}", "total": {{ event.total }}, "vip": {{ vip }}}' },
  })
  if ('failed' in request) throw new Error(request.failed)
  expect(request.url.href).toBe('https://shop.example/c/u%201%2F2%3F?name=ANA%20%22A%22%20%5C%20POPESCU')
  expect(request.ownHeaders).toEqual({ 'x-total': 'EUR 12.5' })
  expect(request.headers).toMatchObject({ 'content-type': 'application/json' })
  expect(JSON.parse(request.body ?? '')).toEqual({ name: about.contact.first_name, total: 12.5, vip: true })
})

test('a value cannot add a field, a header or another host', () => {
  const request = json('{"note": "{{ event.note }}"}')
  expect('body' in request && JSON.parse(request.body ?? '')).toEqual({ note: about.event.note })
  expect(composed({ headers: [{ name: 'x-evil', value: '{{ evil }}' }] })).toMatchObject({
    ownHeaders: { 'x-evil': 'x x-admin: 1' },
  })
  const moved = composed({ url: 'https://shop.example/{{ "//evil.example/" }}' })
  expect('url' in moved && moved.url.host).toBe('shop.example')
})

test('without a template the contact and the event are told', () => {
  const request = composed({})
  expect('body' in request && JSON.parse(request.body ?? '')).toEqual({ contact: about.contact, event: about.event })
  expect(composed({ method: 'GET' })).toMatchObject({ method: 'GET', body: undefined })
})

test('what cannot be filled in is said', () => {
  expect(json('{"a": {{ first_name }}}')).toEqual({ failed: 'badJson' })
  expect(json('{% for x in (1..9999999) %}1{% endfor %}')).toMatchObject({
    failed: expect.stringContaining('template'),
  })
})
