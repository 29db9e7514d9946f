/** The words of one kind, by key; plural forms carry i18next's suffixes. */
export interface Words {
  [key: string]: string | Words
}

/**
 * What a node type says in one language. `problems` is keyed by problem code, `because` by the reason a visit gives,
 * `ports` by port name.
 */
export interface NodeWords extends Words {
  name: string
  /** One line for the palette. */
  short: string
  /** Two to four sentences that teach when to use it. */
  guide: string
  sentence: Words
  ports: Words
  problems: Words
  because: Words
}

/** A node type's words in every language of the interface. */
export type NodeWordsByLanguage = Record<'en' | 'ro' | 'nl' | 'fi' | 'uz' | 'ar', NodeWords>
