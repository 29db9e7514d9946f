import { oneLine } from '../../../src/content/cleanText.ts'
import { mailScope, renderTemplate } from '../../../src/content/liquid.ts'
import type { LiquidRun } from '../../../src/content/liquidContext.ts'
import { fillMarks } from '../../../src/content/markup.ts'
import { hasBody, type WebhookData } from '../../../src/nodes/webhook/webhookData.ts'
import type { Question } from '../_shared/outside/askOutside.ts'

/** Of whom a request tells, and how their values are written. */
export interface RequestScope {
  contact: Record<string, unknown>
  event: Record<string, unknown> | null
  locale: string
  zone: string
}

/**
 * The request of a step for one contact, or why there is none. A value can never be more than a value: it is percent-encoded in an
 * address, stays within its quotes in JSON and on its line in a header.
 */
export function composeRequest(data: WebhookData, about: RequestScope): Question | { failed: string } {
  const problems: string[] = []
  const run: LiquidRun = {
    scope: mailScope({ contact: about.contact, event: about.event, unsubscribeUrl: '' }),
    locale: about.locale,
    zone: about.zone,
    report: ({ code, severity }) => severity === 'blocks' && problems.push(code),
  }
  const fill = (template: string, form: (value: string) => string) => fillMarks(renderTemplate(template, run), form)
  const url = fill(data.url, encodeURIComponent).trim()
  const ownHeaders = Object.fromEntries(data.headers.map(({ name, value }) => [name, inHeader(fill(value, asItIs))]))
  const body = hasBody(data) ? bodyOf(data, { fill, about }) : undefined
  if (!URL.canParse(url)) problems.push('badUrl')
  if (body !== undefined && data.body.as === 'json' && !isJson(body)) problems.push('badJson')
  if (problems.length > 0) return { failed: problems.join(' ') }
  const kind = data.body.as === 'json' ? 'application/json' : 'text/plain; charset=utf-8'
  const headers = { 'user-agent': 'Perennial', ...(body !== undefined && { 'content-type': kind }) }
  return { method: data.method, url: new URL(url), headers, ownHeaders, body }
}

type Fill = (template: string, form: (value: string) => string) => string

function bodyOf({ body }: WebhookData, { fill, about }: { fill: Fill; about: RequestScope }): string {
  if (body.as === 'text') return fill(body.template, asItIs)
  if (body.template.trim() !== '') return fill(body.template, inJson)
  return JSON.stringify({ contact: about.contact, event: about.event ?? {} })
}

const asItIs = (value: string): string => value

const inJson = (value: string): string => JSON.stringify(value).slice(1, -1)

/** HTTP knows visible ASCII only; everything else would be refused or read differently by different servers. */
const inHeader = (value: string): string => oneLine(value).replace(/[^\x20-\x7e]/g, '')

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}
