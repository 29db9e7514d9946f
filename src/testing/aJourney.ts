import type { EventMatch, Rule } from '../audience/rule.ts'
import type { EmailContent } from '../content/message.ts'
import { emptyJourney, type Journey, type JourneySettings } from '../engine/journey.ts'
import { type MessageData, message } from '../nodes/message/message.ts'
import { type TaskData, task } from '../nodes/task/task.ts'
import type { TriggerData } from '../nodes/trigger/triggerData.ts'
import type { UpdateData } from '../nodes/update/updateData.ts'
import type { WaitData } from '../nodes/wait/waitData.ts'
import { webhook } from '../nodes/webhook/webhook.ts'
import type { WebhookData } from '../nodes/webhook/webhookData.ts'

type Lanes = Record<string, (lane: JourneyBuilder) => JourneyBuilder>
type End = { source: string; port: string }

/**
 * Draws a journey in sentences: `aJourney().trigger('signed_up').wait('P2D').email('Welcome').exit().build()`.
 * Steps are named `n_1`, `n_2`, … in the order they are written, unless `as` names the next one. Lanes that do not end
 * join again at the next step; several triggers in a row lead to the same step.
 */
export function aJourney(): JourneyBuilder {
  return new JourneyBuilder({ nodes: [], edges: [], count: 0 }, [])
}

type Sheet = { nodes: Journey['nodes']; edges: Journey['edges']; count: number; name?: string }

export class JourneyBuilder {
  private settings: JourneySettings = emptyJourney.settings

  constructor(
    private readonly sheet: Sheet,
    private ends: End[],
  ) {}

  as(name: string) {
    this.sheet.name = name
    return this
  }

  trigger(event: string, where: EventMatch['where'] = [], key?: string) {
    return this.enteredBy({ on: 'event', event: { name: event, where }, ...(key !== undefined && { key }) })
  }

  /** A trigger of any kind, by its data. */
  enteredBy(data: TriggerData) {
    const { ends } = this
    this.ends = []
    this.step('trigger', data, ['next'])
    this.ends.unshift(...ends)
    return this
  }

  wait(lasting: string) {
    return this.step('wait', { until: 'duration', lasting }, ['next'])
  }

  /** A wait of any other kind, by its data. */
  waitUntil(data: WaitData, lanes: Lanes = {}) {
    return this.fork('wait', data, 'atMost' in data ? ['happened', 'timeout'] : ['next'], lanes)
  }

  waitFor(event: string, atMost: string, lanes: Lanes = {}) {
    return this.fork(
      'wait',
      { until: 'event', event: { name: event, where: [] }, atMost },
      ['happened', 'timeout'],
      lanes,
    )
  }

  branch(paths: Record<string, Rule>, lanes: Lanes = {}) {
    const list = Object.entries(paths).map(([id, rule]) => ({ id, name: id, rule }))
    return this.fork('branch', { paths: list }, [...Object.keys(paths), 'else'], lanes)
  }

  email(name: string, content: EmailContent = writtenIn('en', name), topic = 'marketing') {
    return this.step('message', { name, channel: 'email', topic, content }, ['next'])
  }

  /** A message by its data, as far as it differs from a fresh step; it is written in English. */
  message(data: Partial<MessageData>, lanes: Lanes = {}) {
    const { name = 'Hello', hasNotSent = false } = data
    const whole = { ...message.blank, content: writtenIn('en', name), ...data, name }
    return this.fork('message', whole, hasNotSent ? ['next', 'notSent'] : ['next'], lanes)
  }

  update(...changes: UpdateData['changes']) {
    return this.step('update', { changes }, ['next'])
  }

  /** Asks a server; the data says what differs from a fresh step. */
  webhook(data: Partial<WebhookData>, lanes: Lanes = {}) {
    return this.fork('webhook', { ...webhook.blank, ...data }, ['next', 'failed'], lanes)
  }

  task(data: Partial<TaskData>) {
    return this.step('task', { ...task.blank, title: 'Call', assignee: 'ann@example.com', ...data }, ['next'])
  }

  goTo(step: string, most = 10) {
    return this.step('goTo', { where: 'step', step, most }, [])
  }

  goToJourney(journey: string) {
    return this.step('goTo', { where: 'journey', journey }, [])
  }

  exit(reason = '') {
    return this.step('exit', { reason }, [])
  }

  /** Leads every open end to a step that is already there. */
  to(target: string) {
    for (const { source, port } of this.ends) this.wire(source, port, target)
    this.ends = []
    return this
  }

  with(settings: Partial<JourneySettings>) {
    this.settings = { ...this.settings, ...settings }
    return this
  }

  goal(event: string, within: string, value?: { property: string; currency: string }) {
    return this.with({ goal: { event: { name: event, where: [] }, within, ...(value && { value }) } })
  }

  build(): Journey {
    return { ...emptyJourney, nodes: this.sheet.nodes, edges: this.sheet.edges, settings: this.settings }
  }

  private step(type: string, data: Record<string, unknown>, ports: string[]) {
    this.sheet.count += 1
    const id = this.sheet.name ?? `n_${this.sheet.count}`
    this.sheet.name = undefined
    this.sheet.nodes.push({ id, type, data })
    this.to(id)
    this.ends = ports.map((port) => ({ source: id, port }))
    return this
  }

  private fork(type: string, data: Record<string, unknown>, ports: string[], lanes: Lanes) {
    this.step(type, data, ports)
    this.ends = this.ends.flatMap((end) => lanes[end.port]?.(new JourneyBuilder(this.sheet, [end])).ends ?? [end])
    return this
  }

  private wire(source: string, port: string, target: string) {
    const id = `e_${this.sheet.edges.length + 1}`
    this.sheet.edges.push({ id, source, sourceHandle: port, target })
  }
}

const writtenIn = (locale: string, subject: string): EmailContent => ({
  [locale]: { subject, preheader: '', body: `${subject}.` },
})
