/** A value an author can put into a text. */
export interface Variable {
  /** As `checkTemplate` knows it: `contact.first_name`, `event.total`. */
  path: string
  from: 'contact' | 'event'
  name: string
}

/** What the sender itself knows of every contact, besides the attributes. */
const always = ['email', 'id']

/** The values a text may use, attributes first. */
export const variablesOf = (attributes: readonly string[], properties: readonly string[]): Variable[] => [
  ...[...new Set([...attributes, ...always])].map((name) => ({
    path: `contact.${name}`,
    from: 'contact' as const,
    name,
  })),
  ...properties.map((name) => ({ path: `event.${name}`, from: 'event' as const, name })),
]

/**
 * The paths to check a text against. Events may carry anything, so their properties are not checked; while no attribute
 * is known, nothing is.
 */
export const knownPaths = (attributes: readonly string[]): string[] | null =>
  attributes.length === 0 ? null : [...attributes, ...always].map((name) => `contact.${name}`).concat('event.*')

/** The Liquid that writes a value, and other words where it is missing. */
export function liquidFor({ from, name }: Variable, fallback: string): string {
  const value = /^[a-z_][\w-]*$/i.test(name) ? `${from}.${name}` : `${from}[${quoted(name)}]`
  return fallback === '' ? `{{ ${value} }}` : `{{ ${value} | default: ${quoted(fallback)} }}`
}

/** Liquid has no escapes within quotes, so a text with both kinds loses one of them. */
const quoted = (text: string): string => (text.includes('"') ? `'${text.replaceAll("'", '’')}'` : `"${text}"`)
