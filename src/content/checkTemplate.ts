import { analyzeSync, type Template, TypeGuards, Value, type Variable } from 'liquidjs'
import { closestName } from './closestName.ts'
import { isCurrency } from './formats.ts'
import { blocks, type ContentIssue, type Place, warns } from './issue.ts'
import { parseLeniently } from './liquid.ts'
import { unknownFilter } from './liquidErrors.ts'
import { mailFilters } from './liquidFilters.ts'
import { formatStyles } from './localeFormats.ts'

const MOST_ISSUES = 50

/**
 * Checks a template without rendering it: syntax, tags, filters, date styles, currencies and variables, each issue with
 * line, column and the name that was probably meant. `knownVariables` are paths as `contact.first_name` and
 * `event.total`; `event.*` allows whatever an event carries; null leaves variables unchecked. Never throws.
 */
export function checkTemplate(source: string, knownVariables: readonly string[] | null): ContentIssue[] {
  const { templates, issue } = parseLeniently(source)
  if (!templates) return [issue]
  const issues = [...checkFilters(templates), ...(knownVariables ? checkVariables(templates, knownVariables) : [])]
  return issues.sort(byPlace).slice(0, MOST_ISSUES)
}

function* checkFilters(templates: readonly Template[]): Generator<ContentIssue> {
  for (const template of templates) {
    for (const argument of template.arguments?.() ?? []) {
      if (argument instanceof Value) for (const filter of argument.filters) yield* checkFilter(filter, template)
    }
    if (template.children) yield* checkFilters(childrenOf(template))
  }
}

type UsedFilter = Value['filters'][number]

function* checkFilter(filter: UsedFilter, template: Template): Generator<ContentIssue> {
  const at = placeOfFilter(filter.name, template)
  if (!mailFilters.has(filter.name)) {
    yield unknownFilter(filter.name, at)
    return
  }
  const [first] = literals(filter)
  if (
    filter.name === 'money' &&
    (first === undefined || !isCurrency(first)) &&
    (first !== undefined || !filter.args[0])
  ) {
    yield blocks('currencyUnknown', { name: first ?? '' }, at)
  }
  if (filter.name !== 'date' && filter.name !== 'time') return
  for (const style of literals(filter)) {
    if (style !== undefined && !formatStyles.some((known) => known === style)) {
      yield warns(
        'dateStyleUnknown',
        { name: style.slice(0, 40), suggestion: closestName(style, formatStyles) ?? 'long' },
        at,
      )
    }
  }
}

/** The filter's arguments where they are written out; undefined for those that are read from data. */
const literals = (filter: UsedFilter): (string | undefined)[] =>
  filter.args.map((argument) => (TypeGuards.isQuotedToken(argument) ? argument.content : undefined))

function checkVariables(templates: Template[], known: readonly string[]): ContentIssue[] {
  const paths = knownPaths(known)
  return Object.values(analyzeSync(templates, { partials: false }).globals)
    .flat()
    .filter((variable) => !isKnown(pathOf(variable), paths))
    .map((variable) => unknownVariable(variable, paths))
}

/** Attributes of the contact are known with and without `contact.`, and the unsubscribe address always is. */
function knownPaths(known: readonly string[]): string[] {
  const short = known.filter((path) => path.startsWith('contact.')).map((path) => path.slice('contact.'.length))
  return [...new Set(['unsubscribe_url', 'contact', 'event', ...known, ...short])]
}

/** Known are the paths themselves, what lies on the way to them, and whatever lies within them, as items of a list. */
const isKnown = (path: string, paths: readonly string[]): boolean =>
  paths.some((known) => {
    if (known === 'contact' || known === 'event') return path === known
    if (known.endsWith('.*')) return path.startsWith(known.slice(0, -1))
    return path === known || path.startsWith(`${known}.`) || known.startsWith(`${path}.`)
  })

function unknownVariable(variable: Variable, paths: readonly string[]): ContentIssue {
  const name = pathOf(variable)
  const suggestion = closestName(name, paths)
  const { row, col } = variable.location
  return blocks('variableUnknown', suggestion ? { name, suggestion } : { name }, { line: row, column: col })
}

/** Segments up to the first that is only known when the message is sent, as in `event[contact.favourite]`. */
function pathOf(variable: Variable): string {
  const names: (string | number)[] = []
  for (const segment of variable.segments) {
    if (typeof segment === 'object') break
    names.push(segment)
  }
  return names.join('.').slice(0, 100)
}

function childrenOf(template: Template): Template[] {
  const walk = template.children?.(false, true)
  // `children` is a generator only for tags that load files, which messages cannot use: it returns at once.
  const { value } = walk?.next() ?? { value: [] }
  return Array.isArray(value) ? value : []
}

function placeOfFilter(name: string, { token }: Template): Place {
  const inside = token.getText().search(new RegExp(`\\|\\s*${name}\\b`))
  const before = token.input.slice(0, token.begin + Math.max(inside, 0))
  const lastBreak = before.lastIndexOf('\n')
  return { line: before.split('\n').length, column: before.length - lastBreak }
}

const byPlace = (a: ContentIssue, b: ContentIssue): number =>
  (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0)
