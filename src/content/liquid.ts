import { Liquid, type LiquidOptions, type Template, toValueSync } from 'liquidjs'
import { boundedCache } from './boundedCache.ts'
import { cleanText } from './cleanText.ts'
import { blocks, type ContentIssue } from './issue.ts'
import { type LiquidRun, MailContext } from './liquidContext.ts'
import { issueFromError } from './liquidErrors.ts'
import { mailFilters } from './liquidFilters.ts'
import { liquidLimits } from './liquidLimits.ts'
import { MailRenderer, MarkedEmitter } from './liquidRenderer.ts'
import { isMailTag } from './liquidTags.ts'

const noFiles = {
  exists: async () => false,
  existsSync: () => false,
  readFile: () => Promise.reject(new Error('Templates read no files.')),
  readFileSync: (): never => {
    throw new Error('Templates read no files.')
  },
  resolve: (_root: string, file: string) => file,
}

class MailLiquid extends Liquid {
  override readonly renderer = new MailRenderer()

  constructor(options: LiquidOptions) {
    super({
      ownPropertyOnly: true,
      fs: noFiles,
      relativeReference: false,
      memoryLimit: liquidLimits.memory,
      ...options,
    })
    for (const name of Object.keys(this.tags)) if (!isMailTag(name)) delete this.tags[name]
    for (const name of Object.keys(this.filters)) this.unregisterFilter(name)
    for (const [name, filter] of mailFilters) this.registerFilter(name, filter)
  }
}

const strict = new MailLiquid({ strictFilters: true })
const lenient = new MailLiquid({ strictFilters: false })

type Parsed = { templates: Template[]; issue?: undefined } | { templates?: undefined; issue: ContentIssue }

const parsed = boundedCache<string, Parsed>(500)

/** Text with a mark for each value, and the values in the order of their marks. */
export interface Marked {
  text: string
  values: readonly string[]
}

/** Parses a template, without asking whether its filters exist; for checking, not for rendering. */
export const parseLeniently = (source: string): Parsed => parseWith(lenient, source)

/**
 * Renders a template to text and values. Missing variables are empty and reported; a template that does not parse,
 * fails or costs too much gives nothing and an issue that blocks. Never throws.
 */
export function renderTemplate(source: string, run: LiquidRun): Marked {
  const { templates, issue } = parsed(source, () => parseWith(strict, source))
  if (!templates) {
    run.report(issue)
    return { text: '', values: [] }
  }
  const emitter = new MarkedEmitter()
  try {
    toValueSync(strict.renderer.renderTemplates(templates, new MailContext(strict, run), emitter))
    return { text: emitter.buffer, values: emitter.values }
  } catch (error) {
    run.report(issueFromError(error))
    return { text: '', values: [] }
  }
}

function parseWith(liquid: Liquid, source: string): Parsed {
  if (source.length > liquidLimits.source) return { issue: blocks('templateTooLong', { limit: liquidLimits.source }) }
  if (nesting(source) > liquidLimits.nesting)
    return { issue: blocks('templateTooDeep', { limit: liquidLimits.nesting }) }
  try {
    return { templates: liquid.parse(cleanText(source)) }
  } catch (error) {
    return { issue: issueFromError(error) }
  }
}

const blockTag = /\{%-?\s*(end)?(?:if|unless|case|for|capture)\b/g

/** How deep blocks lie in one another; deeper ones than a person writes would only exhaust the parser's stack. */
function nesting(source: string): number {
  let depth = 0
  let deepest = 0
  for (const [, isEnd] of source.matchAll(blockTag)) {
    depth = isEnd ? Math.max(0, depth - 1) : depth + 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

interface ScopeInput {
  contact: Readonly<Record<string, unknown>>
  event?: Readonly<Record<string, unknown>> | null
  unsubscribeUrl: string
}

/** What a template can read: the contact's attributes by their own names, `contact`, `event` and `unsubscribe_url`. */
export function mailScope({ contact, event, unsubscribeUrl }: ScopeInput): object {
  return { ...contact, contact, event: event ?? {}, unsubscribe_url: unsubscribeUrl }
}
