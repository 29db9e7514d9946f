export type Tree = { [key: string]: string | Tree }

const PLURAL = /^(.+)_(zero|one|two|few|many|other)$/

/** `{ a: { b: 'x' } }` as `a.b → x`. */
export const flatten = (tree: Tree, prefix = ''): [key: string, text: string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  )

export const withoutPlural = (key: string) => PLURAL.exec(key)?.[1] ?? key

export const pluralOf = (key: string) => PLURAL.exec(key)?.[2]

/** The keys a language must have, given the keys of English: one per plural category of its own grammar. */
export function keysFor(language: string, englishKeys: string[]) {
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const bases = new Set(englishKeys.map(withoutPlural))
  const isPlural = new Set(englishKeys.filter(pluralOf).map(withoutPlural))
  return [...bases].flatMap((base) => (isPlural.has(base) ? categories.map((each) => `${base}_${each}`) : [base]))
}

/** `{{name}}` and `<1>` marks, in a comparable order. */
export const marksIn = (text: string) =>
  [
    ...new Set(
      [...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}|<\/?([\w]+)\s*\/?>/g)].map((mark) => mark[1] ?? `<${mark[2]}>`),
    ),
  ].sort()
