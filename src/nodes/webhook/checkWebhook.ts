import { checkTemplate } from '../../content/checkTemplate.ts'
import { blocks, type Problem, warns } from '../../engine/problem.ts'
import { attributeNameProblem } from '../attributeName.ts'
import { hasBody, type WebhookData } from './webhookData.ts'

/** Headers that the connection, the signature or the kind of body make. */
const OURS =
  /^(host|connection|content-(length|type|encoding)|transfer-encoding|te|trailer|upgrade|expect|keep-alive|proxy-.*|webhook-.*)$/i
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
const LIQUID = /\{\{.*?\}\}|\{%.*?%\}/gs

/** What keeps a request from being made. */
export function checkWebhook(data: WebhookData): Problem[] {
  const written = [data.url, ...data.headers.map(({ value }) => value), ...(hasBody(data) ? [data.body.template] : [])]
  return [
    ...urlProblems(data.url),
    ...data.headers.flatMap(({ name }, index) => headerProblems(name, index + 1)),
    ...(written.every(isReadable) ? [] : [blocks('webhook.badTemplate')]),
    ...(hasBody(data) && isBrokenJson(data.body) ? [blocks('webhook.badJson')] : []),
    ...data.answer.flatMap(({ path, attribute }, index) => mappingProblems(path, attribute, index + 1)),
  ]
}

function urlProblems(url: string): Problem[] {
  if (url.trim() === '') return [blocks('webhook.noUrl')]
  const host = /^https?:\/\/([^/?#\s]*)/i.exec(url)?.[1] ?? ''
  if (host.includes('{')) return [blocks('webhook.liquidHost')]
  const filled = url.replace(LIQUID, 'x')
  if (host === '' || host.includes('@') || !URL.canParse(filled)) return [blocks('webhook.badUrl')]
  return /^http:/i.test(url) ? [warns('webhook.notHttps')] : []
}

function headerProblems(name: string, number: number): Problem[] {
  if (!TOKEN.test(name)) return [blocks('webhook.badHeader', { number })]
  return OURS.test(name) ? [blocks('webhook.ourHeader', { number })] : []
}

function mappingProblems(path: string, attribute: string, number: number): Problem[] {
  if (path.trim() === '' || path.split('.').includes('')) return [blocks('webhook.badPath', { number })]
  const problem = attributeNameProblem(attribute)
  return problem ? [blocks(`webhook.${problem}`, { number })] : []
}

const isReadable = (template: string): boolean =>
  !checkTemplate(template, null).some(({ severity }) => severity === 'blocks')

/** A body whose shape hangs on tags is judged when it is filled in. */
function isBrokenJson({ as, template }: WebhookData['body']): boolean {
  if (as !== 'json' || template.trim() === '' || template.includes('{%')) return false
  try {
    JSON.parse(template.replace(LIQUID, '0'))
    return false
  } catch (error) {
    if (error instanceof SyntaxError) return true
    throw error
  }
}
