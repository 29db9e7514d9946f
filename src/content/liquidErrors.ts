import { LiquidError } from 'liquidjs'
import { closestName } from './closestName.ts'
import { blocks, type ContentIssue, type Place } from './issue.ts'
import { mailFilters } from './liquidFilters.ts'
import { LiquidLimitError } from './liquidLimits.ts'
import { isForbiddenTag, mailTags } from './liquidTags.ts'

/** An error of liquidjs as an issue: what went wrong, where, and the name that was probably meant. */
export function issueFromError(error: unknown): ContentIssue {
  if (!(error instanceof Error)) return blocks('templateFailed')
  const at = placeOf(error)
  const cause = LiquidError.is(error) && error.originalError ? error.originalError : error

  if (cause instanceof LiquidLimitError) return blocks(cause.code, {}, at)
  if (cause instanceof RangeError) return blocks('templateTooDeep', {}, at)
  if (cause.message.startsWith('memory alloc limit')) return blocks('templateTooLarge', {}, at)

  const tag = /^tag "(.*)" not found$/.exec(cause.message)?.[1]
  if (tag !== undefined) return isForbiddenTag(tag) ? blocks('tagForbidden', { name: tag }, at) : unknownTag(tag, at)
  const filter = /^undefined filter: (.*)$/.exec(cause.message)?.[1]
  if (filter !== undefined) return unknownFilter(filter, at)
  if (LiquidError.is(error)) return blocks('liquidSyntax', { near: error.token.getText().slice(0, 60) }, at)
  return blocks('templateFailed')
}

const unknownTag = (name: string, at: Place | undefined): ContentIssue =>
  blocks('tagUnknown', named(name, closestName(name.replace(/^end/, ''), mailTags)), at)

/** Says that a filter does not exist, and which was probably meant. */
export const unknownFilter = (name: string, at: Place | undefined): ContentIssue =>
  blocks('filterUnknown', named(name, closestName(name, [...mailFilters.keys()])), at)

const named = (name: string, suggestion: string | undefined): Record<string, string> =>
  suggestion ? { name: name.slice(0, 60), suggestion } : { name: name.slice(0, 60) }

function placeOf(error: Error): Place | undefined {
  if (!LiquidError.is(error)) return undefined
  const [line, column] = error.token.getPosition()
  return { line, column }
}
