/** Gives an id that nothing in the document has yet. Edits get it as a parameter, because chance is not theirs. */
export type NewId = (prefix: 'n' | 'e') => string
