import type { Rule } from '../../src/audience/rule.ts'

/** A rule about the profile and one about what happened: what branches mostly ask. */
export const rules = {
  profile: { if: 'attribute', attribute: 'plan', test: { op: 'is', value: 'pro' } },
  history: { if: 'performed', event: { name: 'order', where: [] }, within: 'P30D' },
} as const satisfies Record<string, Rule>

type Data = Record<string, unknown>
const content = { en: { subject: 'Hello', preheader: '', body: 'Hello, {{ contact.first_name }}.' } }

/** What is measured of each type of step: data as people write it, by a name for the table. */
export const sampleData: Readonly<Record<string, Readonly<Record<string, Data>>>> = {
  trigger: { '': { on: 'event', event: { name: 'signed_up', where: [] } } },
  wait: {
    duration: { until: 'duration', lasting: 'P1D' },
    'local time': { until: 'localTime', at: '09:00' },
    window: { until: 'window', from: '09:00', to: '09:30' },
    date: { until: 'date', date: { in: 'attribute', attribute: 'renews_on' }, at: '09:00' },
    event: { until: 'event', event: { name: 'never', where: [] }, atMost: 'P3D' },
    condition: { until: 'condition', rule: { if: 'performed', event: { name: 'never', where: [] } }, atMost: 'P3D' },
  },
  branch: {
    'profile rule': { paths: [{ id: 'next', name: '', rule: rules.profile }] },
    'history rule': { paths: [{ id: 'next', name: '', rule: rules.history }] },
  },
  split: { '': { arms: ['next', 'b'].map((id) => ({ id, name: '', weight: id === 'next' ? 1 : 0 })) } },
  message: { '': { name: '', channel: 'email', topic: 'marketing', content } },
  update: { '': { changes: [{ do: 'set', attribute: 'seen', value: { is: 'yesNo', value: true } }] } },
  webhook: {
    '': {
      method: 'POST',
      url: 'https://hooks.example/in',
      headers: [],
      body: { as: 'json', template: '' },
      answer: [],
      retries: 5,
      seconds: 10,
    },
  },
  task: { '': { title: 'Call', note: '', assignee: 'ana@shop.example' } },
  goTo: { '': { where: 'step', step: 'n_1', most: 100 } },
  exit: { '': { reason: '' } },
}
